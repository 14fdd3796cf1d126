// Every statement in lists of other regions (than $homes) that names a body of a region, with all links it has now.
MATCH (:Department {region: $region})<-[:ASSIGNED_TO]-(s:Division)-[:ABOUT]->(:SharedMatter)-[:DECLARED_BY]->(d:Department)
WHERE NOT d.region IN $homes
WITH DISTINCT s, d
MATCH (s)-[e:ASSIGNED_TO]->(b:Department)
RETURN s.id AS id, 'Division' AS label, 'ASSIGNED_TO' AS type, s.party AS printed, d.id AS publisher,
       d.region AS region, collect({id: b.id, printed: e.printed, reason: e.reason}) AS links
UNION ALL
MATCH (:Department {region: $region})<-[:HANDLED_BY]-(s:PublicService)<-[:PROVIDES]-(d:Department)
WHERE NOT d.region IN $homes
WITH DISTINCT s, d
MATCH (s)-[e:HANDLED_BY]->(b:Department)
RETURN s.id AS id, 'PublicService' AS label, 'HANDLED_BY' AS type, s.handler AS printed, d.id AS publisher,
       d.region AS region, collect({id: b.id, printed: e.printed, reason: e.reason}) AS links
