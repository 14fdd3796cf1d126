// Duties and tasks of the bodies with a list in a region, and of those elsewhere to whom its lists give a part.
MATCH (d:Department {listed: true})
WHERE d.region = $region
   OR EXISTS { MATCH (d)<-[:ASSIGNED_TO]-(:Division)-[:ABOUT]->(:SharedMatter)-[:DECLARED_BY]->(:Department {region: $region}) }
MATCH (d)-[:HAS_DUTY]->(duty:Duty)
CALL {
  WITH duty
  RETURN duty AS n, 'Duty' AS label
  UNION ALL
  WITH duty
  MATCH (duty)-[:HAS_TASK]->(task:Task)
  RETURN task AS n, 'Task' AS label
}
RETURN d.id AS body, d.region AS region, n.id AS id, label, n.text AS text
ORDER BY body, n.list, n.position
