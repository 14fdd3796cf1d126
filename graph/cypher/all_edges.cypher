MATCH (a)-[e:__TYPE__]->(b)
RETURN labels(a)[0] AS start_label, a.id AS start, labels(b)[0] AS end_label, b.id AS end, properties(e) AS properties
ORDER BY start, end
