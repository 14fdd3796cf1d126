// Regions that have lists and that a change of these departments' lists reaches, each with those that it lies in and
// that have lists, too.
CALL {
  MATCH (t:Department)
  WHERE $touched IS NULL OR t.id IN $touched
  RETURN DISTINCT t.region AS region
  UNION
  UNWIND $touched AS id
  MATCH (:Department {id: id})-[:IN_REGION]->(:Region)<-[:PART_OF*1..]-(inner:Region)
  RETURN DISTINCT inner.id AS region
}
WITH region
WHERE EXISTS { MATCH (:Department {region: region, listed: true}) }
RETURN region,
       COLLECT {
         MATCH (:Region {id: region})-[:PART_OF*1..]->(above:Region)
         WHERE EXISTS { MATCH (above)<-[:IN_REGION]-(:Department {listed: true}) }
         RETURN DISTINCT above.id ORDER BY above.id
       } AS above
ORDER BY region
