// The shared matters that bodies of a region (code), or of all, declare, and the bodies that each divides work between.
MATCH (m:SharedMatter)-[:DECLARED_BY]->(by:Department)
WHERE $region IS NULL OR by.region = $region
RETURN m.id AS id, m.matter AS name,
       [by.id] + COLLECT { MATCH (m)<-[:ABOUT]-(:Division)-[:ASSIGNED_TO]->(d:Department) WHERE NOT coalesce(d.vague, false) RETURN DISTINCT d.id } AS bodies
ORDER BY id
