// A statement for each id, with all that it prints, and for each department the beginning of its lists, for each office its tasks.
CALL {
  UNWIND $ids AS id MATCH (n:__EACH_STATEMENT__ {id: id}) RETURN n, n AS place
  UNION ALL
  UNWIND $ids AS id MATCH (n:DutyList {id: id}) RETURN n, n AS place
  UNION ALL
  UNWIND $ids AS id MATCH (n:Department {id: id})-[:PUBLISHED]->(place:DutyList) RETURN n, place
  UNION ALL
  UNWIND $ids AS id MATCH (n:Office {id: id})<-[:HANDLED_BY]-(place:Task) RETURN n, place
}
MATCH (place)-[e:EXTRACTED_FROM]->(s:Document)
MATCH (:DutyList {id: place.list})<-[:PUBLISHED]-(by:Department)
OPTIONAL MATCH (n)-[:ABOUT]->(m:SharedMatter)
RETURN n.id AS id, labels(n)[0] AS kind, by.name AS department, by.id AS department_id,
       coalesce(n.name, n.title, n.matter, n.text, '') AS text, [text IN [__TEXTS__, n.case] WHERE text IS NOT NULL] AS texts,
       s.source AS source, e.locator AS locator,
       m.matter AS matter, CASE WHEN m IS NOT NULL THEN by.name END AS declared_by, n.party AS party
ORDER BY id, place.list, place.position, place.id
