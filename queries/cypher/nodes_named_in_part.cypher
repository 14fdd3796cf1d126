// What a part of a name stands for, bodies apart. The names of these labels have no index, which CONTAINS could not use.
CALL {
  MATCH (n:SharedMatter) WHERE n.matter CONTAINS $text RETURN n
  UNION ALL
  MATCH (n:LegalBasis) WHERE n.title CONTAINS $text OR n.document_number CONTAINS $text RETURN n
  UNION ALL
  MATCH (n:SupervisionRegime|Rule) WHERE n.title CONTAINS $text RETURN n
  UNION ALL
  MATCH (n:PublicService) WHERE n.name CONTAINS $text RETURN n
}
WITH n
WHERE $kinds IS NULL OR labels(n)[0] IN $kinds
OPTIONAL MATCH (:DutyList {id: n.list})<-[:PUBLISHED]-(by:Department)
RETURN n.id AS id, labels(n)[0] AS kind, coalesce(n.name, n.title, n.matter) AS name, by.name AS within
ORDER BY kind, name, within, id
LIMIT 100
