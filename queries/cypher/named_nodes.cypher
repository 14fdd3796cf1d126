// What a whole name stands for; the name of a body as it is printed as well.
CALL {
  MATCH (n:Department) WHERE n.name = $text OR $text IN coalesce(n.aliases, []) RETURN n, CASE n.name WHEN $text THEN 1 ELSE 2 END AS fit
  UNION ALL
  MATCH (n:Region {name: $text}) RETURN n, 1 AS fit
  UNION ALL
  MATCH (n:Office {name: $text}) RETURN n, 1 AS fit
  UNION ALL
  MATCH (n:SupervisionTarget {name: $text}) RETURN n, 1 AS fit
  UNION ALL
  MATCH (n:LegalBasis) WHERE n.title = $text OR n.document_number = $text RETURN n, 1 AS fit
  UNION ALL
  MATCH (n:SharedMatter {matter: $text}) RETURN n, 1 AS fit
  UNION ALL
  MATCH (n:SupervisionRegime|Rule {title: $text}) RETURN n, 1 AS fit
  UNION ALL
  MATCH (n:PublicService {name: $text}) RETURN n, 1 AS fit
  UNION ALL
  MATCH (n:Document {source: $text}) RETURN n, 3 AS fit
  UNION ALL
  MATCH (n:Document {sha256: $text}) RETURN n, 3 AS fit
  UNION ALL
  MATCH (n:DutyList {title: $text}) RETURN n, 3 AS fit
}
WITH n, fit
WHERE $kinds IS NULL OR labels(n)[0] IN $kinds
RETURN DISTINCT n.id AS id, labels(n)[0] AS kind, coalesce(n.name, n.title, n.matter, n.text, n.party, n.source) AS name, fit,
       head(COLLECT { MATCH (by:Department)-[:HAS_OFFICE]->(n) RETURN by.name UNION MATCH (:DutyList {id: n.list})<-[:PUBLISHED]-(by:Department) RETURN by.name }) AS within
ORDER BY fit, kind, name, within, id
