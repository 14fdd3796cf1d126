// Findings name departments as people do; in two regions that are called alike, two departments may be.
MATCH (t:Department)
WHERE t.id IN $ids
MATCH (d:Department {name: t.name})
RETURN DISTINCT d.id AS id
ORDER BY id
