// What belongs to no single list and has a name by which people look for it.
CALL {
  MATCH (n:Department)
  WHERE n.vague IS NULL OR NOT n.vague
  RETURN n, n AS by, n.name AS title, coalesce(n.aliases, []) AS beside
  UNION ALL
  MATCH (by:Department)-[:HAS_OFFICE]->(n:Office)
  RETURN n, by, n.name AS title, [by.name] AS beside
  UNION ALL
  MATCH (n:LegalBasis)
  RETURN n, null AS by, n.title AS title, [text IN [n.document_number] WHERE text IS NOT NULL] AS beside
  UNION ALL
  MATCH (n:SupervisionTarget)
  RETURN n, null AS by, n.name AS title, [] AS beside
}
RETURN n.id AS id, labels(n)[0] AS kind, by.region AS region, by.name AS department, by.id AS department_id, by.name AS actor,
       by.id AS actor_id, title, beside, CASE WHEN n:Office THEN [n.name] ELSE [] END AS offices
ORDER BY id
