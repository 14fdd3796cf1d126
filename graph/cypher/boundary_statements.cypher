// Duties and tasks of the bodies with a list in a region, and of those elsewhere to whom its lists give a part.
CALL {
  MATCH (d:Department {region: $region}) WHERE d.listed
  RETURN d
  UNION
  MATCH (:Department {region: $region})<-[:DECLARED_BY]-(:SharedMatter)<-[:ABOUT]-(:Division)-[:ASSIGNED_TO]->(d:Department)
  WHERE d.listed
  RETURN d
}
MATCH (d)-[:HAS_DUTY]->(duty:Duty)
CALL {
  WITH duty
  RETURN duty AS n, 'Duty' AS label
  UNION ALL
  WITH duty
  MATCH (duty)-[:HAS_TASK]->(task:Task)
  RETURN task AS n, 'Task' AS label
}
WITH d, n, label
WHERE n.alike IS NULL
RETURN d.id AS body, d.region AS region, n.id AS id, label, n.text AS text
ORDER BY body, n.list, n.position
