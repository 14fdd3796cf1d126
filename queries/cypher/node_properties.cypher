MATCH (n:__LABEL__ {id: $id})
RETURN properties(n) AS properties
