// The shared matters that each body declares or has a part in.
UNWIND $bodies AS body
CALL (body) {
  MATCH (m:SharedMatter)-[:DECLARED_BY]->(:Department {id: body}) RETURN m
  UNION
  MATCH (m:SharedMatter)<-[:ABOUT]-(:Division)-[:ASSIGNED_TO]->(:Department {id: body}) RETURN m
}
RETURN m.id AS shared, body
