// What depends on these nodes (ids by label) over one edge.
CALL {
  UNWIND $ids.__EACH_NODE__ AS id MATCH (n:__EACH_NODE__ {id: id}) RETURN n
}
CALL (n) {
  MATCH (n)<-[r:__STARTS_DEPEND__]-(m) RETURN m, type(r) AS edge
  UNION
  MATCH (n)-[r:__ENDS_DEPEND__]->(m) RETURN m, type(r) AS edge
}
RETURN n.id AS of, m.id AS id, labels(m)[0] AS label, edge
ORDER BY id, of, edge
LIMIT $most
