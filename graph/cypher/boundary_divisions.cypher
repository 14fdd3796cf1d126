// Every row of the matters that lists of a region declare, in the order of the lists.
MATCH (by:Department {region: $region})<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)
WHERE m.alike IS NULL AND n.alike IS NULL
RETURN by.id AS declarer, m.id AS matter, m.matter AS name, n.id AS division, n.text AS text, n.case AS case,
       COLLECT {
         MATCH (n)-[e:ASSIGNED_TO]->(d:Department)
         RETURN {id: d.id, printed: e.printed, vague: d.vague} ORDER BY d.id
       } AS bodies
ORDER BY declarer, n.list, n.position
