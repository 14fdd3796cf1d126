// Remove what an earlier comparison of bodies of these names, or of all, has found.
MATCH (d:Department)-[e:LACKS]->()
WHERE $keys IS NULL OR d.key IN $keys
DELETE e
