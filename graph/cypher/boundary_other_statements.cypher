// Services and supervision regimes of the bodies of a region, and of those elsewhere to whom its lists give a part: they
// answer to no part, but an officer who looks for an answer must see them.
CALL {
  MATCH (d:Department {region: $region}) WHERE d.listed
  RETURN d
  UNION
  MATCH (:Department {region: $region})<-[:DECLARED_BY]-(:SharedMatter)<-[:ABOUT]-(:Division)-[:ASSIGNED_TO]->(d:Department)
  WHERE d.listed
  RETURN d
}
CALL {
  WITH d
  MATCH (d)-[:PROVIDES]->(n:PublicService) WHERE n.alike IS NULL
  RETURN n.id AS id, 'PublicService' AS label, n.name AS title, coalesce(n.content, '') AS text
  UNION ALL
  WITH d
  MATCH (d)-[:RUNS]->(n:SupervisionRegime) WHERE n.alike IS NULL
  RETURN n.id AS id, 'SupervisionRegime' AS label, n.title AS title, coalesce(n.targets, '') + '\n' + coalesce(n.text, '') AS text
}
RETURN d.id AS body, id, label, title, title + '\n' + text AS text
ORDER BY body, id
