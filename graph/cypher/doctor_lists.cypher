MATCH (l:DutyList)
OPTIONAL MATCH (l)-[:EXTRACTED_FROM]->(f:Document)
RETURN l.id AS list, l.title AS title, l.counts AS counts, f.source AS source
ORDER BY title, list
