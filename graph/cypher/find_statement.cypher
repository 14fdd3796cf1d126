// Duties and tasks that an id, the beginning of one, or a part of a text stands for.
MATCH (d:Department)-[:HAS_DUTY]->(duty:Duty)
CALL {
  WITH duty
  RETURN duty AS n
  UNION ALL
  WITH duty
  MATCH (duty)-[:HAS_TASK]->(task:Task)
  RETURN task AS n
}
WITH d, n
WHERE n.id STARTS WITH $named OR n.text CONTAINS $named
RETURN n.id AS id, n.text AS text, d.name AS department, d.region AS region
ORDER BY department, n.list, n.position
LIMIT $limit
