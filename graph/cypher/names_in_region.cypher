// What lists of a region call the bodies of this region, in their titles and where they name them.
CALL {
  MATCH (d:Department {region: $region})-[:PUBLISHED]->(l:DutyList)
  UNWIND [l.department] + coalesce(l.also_known_as, []) AS printed
  RETURN d, printed
  UNION
  MATCH (:Department {region: $region})<-[:DECLARED_BY]-(:SharedMatter)<-[:ABOUT]-(:Division)-[e:ASSIGNED_TO]->(d:Department)
  WHERE d.region = $region AND NOT d.vague
  RETURN d, e.printed AS printed
  UNION
  MATCH (:Department {region: $region})-[:PROVIDES]->(:PublicService)-[e:HANDLED_BY]->(d:Department)
  WHERE d.region = $region AND NOT d.vague
  RETURN d, e.printed AS printed
}
WITH d, printed ORDER BY printed
WITH d, collect(printed) AS printed
RETURN d.id AS id, [d.name] + [name IN printed WHERE name <> d.name] AS names
ORDER BY id
