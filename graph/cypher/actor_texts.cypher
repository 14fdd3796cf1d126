// What the division of each row of the matters of a region prints, with the bodies that it is given to and who declares it. Its case
// (案例) is left out: it may be of another place, and is no evidence that a body of the region acts.
MATCH (by:Department {region: $region})<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)
WHERE m.alike IS NULL AND n.alike IS NULL
RETURN m.id AS matter, by.id AS declarer, n.id AS division, coalesce(n.text, '') AS text,
       COLLECT {
         MATCH (n)-[e:ASSIGNED_TO]->(d:Department)
         RETURN {id: d.id, printed: e.printed, vague: coalesce(d.vague, false)} ORDER BY d.id
       } AS bodies
ORDER BY matter, n.position
