// The shared matters that each body declares or has a part in.
UNWIND $bodies AS body
MATCH (d:Department {id: body})
CALL (d) {
  MATCH (d)<-[:DECLARED_BY]-(m:SharedMatter) RETURN m
  UNION
  MATCH (d)<-[:ASSIGNED_TO]-(:Division)-[:ABOUT]->(m:SharedMatter) RETURN m
}
RETURN m.id AS shared, body
