// By which names texts of a region call what has a page of its own: its bodies, their offices, the matters and services of
// their lists, and all legal bases. What an office is called is known within its body only.
CALL {
  MATCH (n:Department)
  WHERE n.region = $region AND (n.vague IS NULL OR NOT n.vague)
  RETURN n, [n.name, n.short, n.key] + coalesce(n.aliases, []) AS names, null AS within
  UNION ALL
  MATCH (by:Department {region: $region})-[:HAS_OFFICE]->(n:Office)
  RETURN n, [n.name] AS names, by.id AS within
  UNION ALL
  MATCH (n:SharedMatter)-[:DECLARED_BY]->(by:Department {region: $region})
  RETURN n, [n.matter] AS names, null AS within
  UNION ALL
  MATCH (by:Department {region: $region})-[:PROVIDES]->(n:PublicService)
  RETURN n, [n.name] AS names, null AS within
  UNION ALL
  MATCH (n:LegalBasis)
  RETURN n, [n.title] AS names, null AS within
}
RETURN DISTINCT labels(n)[0] AS label, n.id AS id, [name IN names WHERE name IS NOT NULL] AS names, within
ORDER BY id
