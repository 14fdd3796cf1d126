// The matters that lists of a region declare, and all bodies concerned: who declares them, and who has a part in them.
MATCH (by:Department {region: $region})<-[:DECLARED_BY]-(m:SharedMatter)
WHERE m.alike IS NULL
RETURN m.id AS id, m.matter AS name, by.id AS declarer,
       COLLECT { MATCH (m)<-[:ABOUT]-(:Division)-[:ASSIGNED_TO]->(d:Department) RETURN DISTINCT d.id ORDER BY d.id } AS parties,
       COLLECT { MATCH (m)<-[:ABOUT]-(n:Division) WHERE n.text IS NOT NULL RETURN n.text ORDER BY n.position } AS parts
ORDER BY by.id, m.position
