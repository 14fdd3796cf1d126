// What a region (id) is part of, and what is part of it.
MATCH (r:Region {id: $id})
CALL (r) {
  MATCH (r)-[:PART_OF]->(o:Region) RETURN o, true AS above
  UNION ALL
  MATCH (r)<-[:PART_OF]-(o:Region) RETURN o, false AS above
}
RETURN o.id AS id, o.name AS name, above
ORDER BY above DESC, o.code, id
