// The lists that tie something to each of these nodes (ids by label); of a node with very many edges only so many of them.
CALL {
  UNWIND $ids.__EACH_NODE__ AS id MATCH (n:__EACH_NODE__ {id: id}) RETURN n
}
RETURN n.id AS id,
       COLLECT { MATCH (n)-[:ASSIGNED_TO|DECLARED_BY|BASED_ON|TARGETS|HANDLED_BY]-(s) RETURN s.list LIMIT 1001 } AS lists
ORDER BY id
