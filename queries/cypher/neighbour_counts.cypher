// How many edges tie what to a node (id and label). Each type is counted by itself: to ask an edge for its type, the embedded
// engine reads the edge, which takes a hundred times as long.
CALL {
  MATCH (:__LABEL__ {id: $id})-[:__EACH_EDGE_OUT__]->(m) RETURN '__EACH_EDGE_OUT__' AS edge, true AS forward, labels(m)[0] AS kind, count(*) AS count
  UNION ALL
  MATCH (:__LABEL__ {id: $id})<-[:__EACH_EDGE_IN__]-(m) RETURN '__EACH_EDGE_IN__' AS edge, false AS forward, labels(m)[0] AS kind, count(*) AS count
}
WITH edge, forward, kind, count
WHERE NOT kind IN $hidden
RETURN edge, forward, kind, count
ORDER BY edge, forward, kind
