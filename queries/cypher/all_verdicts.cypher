// With whatever properties they have.
MATCH (v:Verdict)
RETURN v.id AS id, properties(v) AS properties
ORDER BY id
