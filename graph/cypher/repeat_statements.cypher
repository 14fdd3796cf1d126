// Duties, tasks, services and shared matters of the bodies with a list in a region, in the order of the lists. Beside what
// it is called, a service says what it contains, and a matter what is given to whom, and a
// task who handles it.
MATCH (d:Department {listed: true, region: $region})
CALL {
  WITH d
  MATCH (d)-[:HAS_DUTY]->(n:Duty)
  RETURN n, 'Duty' AS label, n.text AS name, '' AS more, n AS duty
  UNION ALL
  WITH d
  MATCH (d)-[:HAS_DUTY]->(duty:Duty)-[:HAS_TASK]->(n:Task)
  RETURN n, 'Task' AS label, n.text AS name, '' AS more, duty
  UNION ALL
  WITH d
  MATCH (d)-[:PROVIDES]->(n:PublicService)
  RETURN n, 'PublicService' AS label, n.name AS name, coalesce(n.content, '') AS more, n AS duty
  UNION ALL
  WITH d
  MATCH (d)<-[:DECLARED_BY]-(n:SharedMatter)
  RETURN n, 'SharedMatter' AS label, n.matter AS name,
         reduce(parts = '', part IN COLLECT { MATCH (n)<-[:ABOUT]-(p:Division) RETURN coalesce(p.party, '') + '：' + coalesce(p.text, '') ORDER BY p.position }
                | parts + part + '；') AS more,
         n AS duty
}
WITH d, n, label, name, more, duty
WHERE name IS NOT NULL AND n.alike IS NULL
RETURN d.id AS body, n.id AS id, label, name, more, duty.id AS duty, coalesce(duty.text, '') AS duty_text,
       COLLECT { MATCH (n)-[:HANDLED_BY]->(o:Office) RETURN o.name ORDER BY o.name } AS offices
ORDER BY body, n.list, n.position
