// A list, or the lists of a document or a body (by its id), with who publishes each.
MATCH (d:Department)-[:PUBLISHED]->(l:DutyList)-[:EXTRACTED_FROM]->(s:Document)
WHERE l.id = $id OR s.id = $id OR d.id = $id
RETURN DISTINCT l.id AS id, l.title AS title, d.name AS department, d.region AS region, s.source AS source
ORDER BY id
