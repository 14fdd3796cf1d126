// Duties, tasks and services of the bodies with a list in a region, in the order of the lists. A service says its name
// and what it contains.
MATCH (d:Department {listed: true, region: $region})
CALL {
  WITH d
  MATCH (d)-[:HAS_DUTY]->(n:Duty)
  RETURN n, 'Duty' AS label, n.text AS text, n AS duty
  UNION ALL
  WITH d
  MATCH (d)-[:HAS_DUTY]->(duty:Duty)-[:HAS_TASK]->(n:Task)
  RETURN n, 'Task' AS label, n.text AS text, duty
  UNION ALL
  WITH d
  MATCH (d)-[:PROVIDES]->(n:PublicService)
  RETURN n, 'PublicService' AS label, n.name + coalesce('：' + n.content, '') AS text, n AS duty
}
WITH d, n, label, text, duty
WHERE text IS NOT NULL
RETURN d.id AS body, n.id AS id, label, text, duty.id AS duty, coalesce(duty.text, '') AS duty_text
ORDER BY body, n.list, n.position
