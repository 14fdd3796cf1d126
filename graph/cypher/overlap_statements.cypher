// Duties and tasks of the bodies with a list in a region, in the order of the lists.
MATCH (d:Department {listed: true, region: $region})-[:HAS_DUTY]->(duty:Duty)
CALL {
  WITH duty
  RETURN duty AS n, 'Duty' AS label
  UNION ALL
  WITH duty
  MATCH (duty)-[:HAS_TASK]->(task:Task)
  RETURN task AS n, 'Task' AS label
}
WITH d, duty, n, label
WHERE n.alike IS NULL
RETURN d.id AS body, duty.id AS duty, n.id AS id, label, n.text AS text
ORDER BY body, n.list, n.position
