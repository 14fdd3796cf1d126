MATCH (f:Finding)
WHERE $text <> '' AND (f.id STARTS WITH $text OR f.id STARTS WITH 'finding-' + $text)
RETURN f.id AS id, f.payload AS payload, f.found AS found, f.evidence AS evidence, f.score AS score
ORDER BY id
