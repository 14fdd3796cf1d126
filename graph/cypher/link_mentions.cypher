// Every statement that names another body, with the links it has now.
MATCH (d:Department)<-[:DECLARED_BY]-(:SharedMatter)<-[:ABOUT]-(s:Division)
WHERE d.region IN $regions
OPTIONAL MATCH (s)-[e:ASSIGNED_TO]->(b:Department)
RETURN s.id AS id, 'Division' AS label, 'ASSIGNED_TO' AS type, s.party AS printed, d.id AS publisher,
       d.region AS region, collect({id: b.id, printed: e.printed, reason: e.reason}) AS links
UNION ALL
MATCH (d:Department)-[:PROVIDES]->(s:PublicService)
WHERE d.region IN $regions AND s.handler IS NOT NULL AND NOT EXISTS { (s)-[:HANDLED_BY]->(:Office) }
OPTIONAL MATCH (s)-[e:HANDLED_BY]->(b:Department)
RETURN s.id AS id, 'PublicService' AS label, 'HANDLED_BY' AS type, s.handler AS printed, d.id AS publisher,
       d.region AS region, collect({id: b.id, printed: e.printed, reason: e.reason}) AS links
