// The edges between these nodes (ids); of an overlap its number, where no list declares a boundary and it is no small one.
CALL {
  UNWIND $ids AS id MATCH (a:__EACH_NODE__ {id: id})-[r]->(b) WHERE b.id IN $ids RETURN a, r, b
}
RETURN DISTINCT a.id AS start, b.id AS end, type(r) AS edge,
       CASE WHEN type(r) = 'SIMILAR_TO' AND r.boundary = 'none' AND r.severity <> 'low' THEN r.score END AS score
ORDER BY start, end, edge
