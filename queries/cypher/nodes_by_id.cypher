// What an id stands for.
CALL {
  MATCH (n:__EACH_NODE__ {id: $text}) RETURN n
}
WITH n
WHERE $kinds IS NULL OR labels(n)[0] IN $kinds
OPTIONAL MATCH (:DutyList {id: n.list})<-[:PUBLISHED]-(by:Department)
OPTIONAL MATCH (n)<-[:HAS_OFFICE]-(of:Department)
RETURN n.id AS id, labels(n)[0] AS kind, coalesce(n.name, n.title, n.matter, n.text, n.party, n.source) AS name,
       coalesce(by.name, of.name) AS within
ORDER BY kind, within
