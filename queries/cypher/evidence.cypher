// A statement for each id, and for each department the beginning of its lists, for each office its tasks. One branch per label: an index
// answers each, while a label expression over all of them reads every node.
CALL {
  UNWIND $ids AS id MATCH (n:Duty {id: id}) RETURN n, n AS place
  UNION ALL
  UNWIND $ids AS id MATCH (n:Task {id: id}) RETURN n, n AS place
  UNION ALL
  UNWIND $ids AS id MATCH (n:SharedMatter {id: id}) RETURN n, n AS place
  UNION ALL
  UNWIND $ids AS id MATCH (n:Division {id: id}) RETURN n, n AS place
  UNION ALL
  UNWIND $ids AS id MATCH (n:SupervisionRegime {id: id}) RETURN n, n AS place
  UNION ALL
  UNWIND $ids AS id MATCH (n:PublicService {id: id}) RETURN n, n AS place
  UNION ALL
  UNWIND $ids AS id MATCH (n:Rule {id: id}) RETURN n, n AS place
  UNION ALL
  UNWIND $ids AS id MATCH (n:Article {id: id}) RETURN n, n AS place
  UNION ALL
  UNWIND $ids AS id MATCH (n:DutyList {id: id}) RETURN n, n AS place
  UNION ALL
  UNWIND $ids AS id MATCH (n:Department {id: id})-[:PUBLISHED]->(place:DutyList) RETURN n, place
  UNION ALL
  UNWIND $ids AS id MATCH (n:Office {id: id})<-[:HANDLED_BY]-(place:Task) RETURN n, place
}
MATCH (place)-[e:EXTRACTED_FROM]->(s:Document)
MATCH (by:Department)-[:PUBLISHED]->(:DutyList {id: place.list})
OPTIONAL MATCH (n)-[:ABOUT]->(m:SharedMatter)
RETURN n.id AS id, labels(n)[0] AS kind, by.name AS department, by.id AS department_id,
       coalesce(n.name, n.title, n.matter, n.text, '') AS text, s.source AS source, e.locator AS locator,
       m.matter AS matter, CASE WHEN m IS NOT NULL THEN by.name END AS declared_by, n.party AS party
ORDER BY id, place.list, place.position, place.id
