// What each row of the matters of a region prints, with the bodies that it is given to and who declares it.
MATCH (by:Department {region: $region})<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)
WHERE m.alike IS NULL AND n.alike IS NULL
RETURN m.id AS matter, by.id AS declarer, n.id AS division, [text IN [n.text, n.case] WHERE text IS NOT NULL] AS texts,
       COLLECT {
         MATCH (n)-[e:ASSIGNED_TO]->(d:Department)
         RETURN {id: d.id, printed: e.printed, vague: coalesce(d.vague, false)} ORDER BY d.id
       } AS bodies
ORDER BY matter, n.position
