// Regions that have lists and that a change of these departments' lists reaches, each with those that it lies in and
// that have lists, too.
MATCH (d:Department {listed: true})
WITH DISTINCT d.region AS region
WHERE $touched IS NULL
   OR EXISTS { MATCH (t:Department {region: region}) WHERE t.id IN $touched }
   OR EXISTS { MATCH (:Region {id: region})-[:PART_OF*1..]->(:Region)<-[:IN_REGION]-(t:Department) WHERE t.id IN $touched }
RETURN region,
       COLLECT {
         MATCH (:Region {id: region})-[:PART_OF*1..]->(above:Region)
         WHERE EXISTS { MATCH (above)<-[:IN_REGION]-(:Department {listed: true}) }
         RETURN DISTINCT above.id ORDER BY above.id
       } AS above
ORDER BY region
