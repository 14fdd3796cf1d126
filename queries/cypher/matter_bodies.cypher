// The bodies that each shared matter divides work between: who declares it, and who is given a part.
MATCH (m:SharedMatter)-[:DECLARED_BY]->(by:Department)
RETURN m.id AS id, [by.id] + COLLECT { MATCH (m)<-[:ABOUT]-(:Division)-[:ASSIGNED_TO]->(d:Department) RETURN DISTINCT d.id } AS bodies
ORDER BY id
