MATCH (n:__LABEL__)
RETURN n.id AS id, properties(n) AS properties
ORDER BY id
