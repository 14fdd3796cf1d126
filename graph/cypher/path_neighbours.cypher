// What the lists tie to these nodes, by one edge each. Bodies that nobody names (其他有关部门) tie nothing.
UNWIND $ids AS id
MATCH (n:__LABEL__ {id: id})-[r:ASSIGNED_TO|ABOUT|DECLARED_BY|HAS_DUTY|HAS_TASK|BASED_ON|RUNS|TARGETS|PROVIDES|HANDLED_BY|ADOPTED|HAS_ARTICLE]-(m)
WHERE NOT coalesce(m.vague, false)
RETURN id, m.id AS other, labels(m)[0] AS label, m.list IS NOT NULL AS listed, type(r) AS type, startNode(r).id = id AS forward,
       r.locator AS locator
ORDER BY id, other, type, locator
