// Statements without an edge of their kind, which leads from what holds them, or from them to it.
MATCH (n:__LABEL__)
WHERE NOT n.list IN $lists AND NOT EXISTS { (n)-[:__TYPE__]-() }
RETURN n.id AS id
ORDER BY id
