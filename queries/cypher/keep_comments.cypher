// A comment is never changed: the same one given twice is one.
UNWIND $rows AS row
MERGE (c:Comment {id: row.id})
ON CREATE SET c += row.properties
WITH c
MATCH (f:Finding {id: c.finding})
MERGE (c)-[:COMMENTS_ON]->(f)
