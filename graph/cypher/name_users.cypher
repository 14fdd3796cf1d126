// Who publishes what names some bodies, and these.
UNWIND $ids AS id
MATCH (d:Department {id: id})
CALL (d) {
  RETURN d.id AS by
  UNION
  MATCH (d)<-[:ASSIGNED_TO]-(:Division)-[:ABOUT]->(:SharedMatter)-[:DECLARED_BY]->(o:Department)
  RETURN o.id AS by
  UNION
  MATCH (d)<-[:HANDLED_BY]-(:PublicService)<-[:PROVIDES]-(o:Department)
  RETURN o.id AS by
}
RETURN DISTINCT by AS id
ORDER BY id
