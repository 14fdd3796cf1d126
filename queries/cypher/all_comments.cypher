// With whatever properties they have.
MATCH (c:Comment)
RETURN c.id AS id, properties(c) AS properties
ORDER BY id
