MATCH (v:Verdict)-[:JUDGES]->(f:Finding)
RETURN f.id AS finding, v.value AS value, v.by AS by, v.at AS at, v.note AS note
ORDER BY at, v.id
