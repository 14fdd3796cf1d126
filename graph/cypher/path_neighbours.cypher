// What the lists tie to these nodes (ids by label), by one edge each. Bodies that nobody names (其他有关部门) tie nothing.
CALL {
  UNWIND $ids.__EACH_NODE__ AS id MATCH (n:__EACH_NODE__ {id: id}) RETURN n
}
MATCH (n)-[r:__DEPENDENCIES__]-(m)
WHERE type(r) IN $edges AND NOT coalesce(m.vague, false)
WITH n, r, m, startNode(r).id = n.id AS forward
WHERE $forward IS NULL OR forward = $forward
RETURN n.id AS id, m.id AS other, labels(m)[0] AS label, m.name AS name, m.list IS NOT NULL AS listed, type(r) AS type, forward,
       r.locator AS locator
ORDER BY other, id, type
LIMIT $most
