// Regions whose lists declare matters and that a change of these departments' lists reaches: their own, and those
// whose lists give them a part.
CALL {
  MATCH (t:Department)
  WHERE $touched IS NULL OR t.id IN $touched
  WITH DISTINCT t.region AS region
  WHERE EXISTS { MATCH (:Department {region: region})<-[:DECLARED_BY]-(:SharedMatter) }
  RETURN region
  UNION
  UNWIND $touched AS id
  MATCH (:Department {id: id})<-[:ASSIGNED_TO]-(:Division)-[:ABOUT]->(:SharedMatter)-[:DECLARED_BY]->(by:Department)
  RETURN DISTINCT by.region AS region
}
RETURN DISTINCT region
ORDER BY region
