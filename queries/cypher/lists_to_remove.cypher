// A list (by its id), or the lists of a document (by its id), with who publishes each.
MATCH (d:Department)-[:PUBLISHED]->(l:DutyList)-[:EXTRACTED_FROM]->(s:Document)
WHERE l.id = $id OR s.id = $id
RETURN DISTINCT l.id AS id, l.title AS title, d.name AS department, d.region AS region, s.source AS source
ORDER BY id
