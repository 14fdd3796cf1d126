// Services and supervision regimes of the bodies of a region, and of those elsewhere to whom its lists give a part: they
// answer to no part, but an officer who looks for an answer must see them.
MATCH (d:Department {listed: true})
WHERE d.region = $region
   OR EXISTS { MATCH (d)<-[:ASSIGNED_TO]-(:Division)-[:ABOUT]->(:SharedMatter)-[:DECLARED_BY]->(:Department {region: $region}) }
CALL {
  WITH d
  MATCH (d)-[:PROVIDES]->(n:PublicService)
  RETURN n.id AS id, 'PublicService' AS label, n.name AS text
  UNION ALL
  WITH d
  MATCH (d)-[:RUNS]->(n:SupervisionRegime)
  RETURN n.id AS id, 'SupervisionRegime' AS label, n.title AS text
}
RETURN d.id AS body, id, label, text
ORDER BY body, id
