// What these nodes (ids) are: label, name or text as printed, the body that each belongs to, and its place.
CALL {
  UNWIND $ids AS id MATCH (n:__EACH_NODE__ {id: id}) RETURN n
}
OPTIONAL MATCH (:DutyList {id: n.list})<-[:PUBLISHED]-(by:Department)
OPTIONAL MATCH (n)<-[:HAS_OFFICE]-(of:Department)
OPTIONAL MATCH (n)-[e:EXTRACTED_FROM]->(s:Document)
WHERE n.list IS NOT NULL
RETURN n.id AS id, labels(n)[0] AS kind, coalesce(n.name, n.title, n.matter, n.text, n.party, n.source) AS name,
       coalesce(by.name, of.name) AS within,
       s.source AS source, e.locator AS locator
ORDER BY id, within, source, locator
