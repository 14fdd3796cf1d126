// How many regimes of each department inspect a target.
MATCH (x:SupervisionTarget {id: $id})<-[:TARGETS]-(r:SupervisionRegime)<-[:RUNS]-(by:Department)
RETURN by.name AS department, by.id AS id, count(DISTINCT r) AS count
ORDER BY count DESC, department, id
