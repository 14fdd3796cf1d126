// A verdict is never changed: the same one given twice is one.
UNWIND $rows AS row
MERGE (v:Verdict {id: row.id})
ON CREATE SET v += row.properties
WITH v
MATCH (n:Finding|Topic {id: v.finding})
MERGE (v)-[:JUDGES]->(n)
