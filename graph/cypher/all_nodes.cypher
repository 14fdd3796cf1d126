// All of a kind, but for the mark of the last write: the same lists are exported alike.
MATCH (n:__LABEL__)
WHERE n.id <> 'revision'
RETURN n.id AS id, properties(n) AS properties
ORDER BY id
