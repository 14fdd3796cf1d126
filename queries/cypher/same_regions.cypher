// Departments of the same region, of what lies in it, and of what it lies in, but not of its neighbours there. Those of an
// unknown region have no edge.
MATCH (t:Department)
WHERE t.id IN $ids
WITH DISTINCT t.region AS region
CALL {
  WITH region
  MATCH (d:Department {region: region})
  RETURN d
  UNION
  WITH region
  MATCH (:Region {id: region})-[:PART_OF*1..]->(:Region)<-[:IN_REGION]-(d:Department)
  RETURN d
  UNION
  WITH region
  MATCH (:Region {id: region})<-[:PART_OF*1..]-(:Region)<-[:IN_REGION]-(d:Department)
  RETURN d
}
RETURN DISTINCT d.id AS id
ORDER BY id
