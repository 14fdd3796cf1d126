// Lists that do not come again: of files (by their names), or of bodies (by their ids) whose other lists come.
CALL {
  UNWIND $sources AS source MATCH (l:DutyList)-[:EXTRACTED_FROM]->(:Document {source: source}) RETURN l
  UNION
  UNWIND $publishers AS publisher MATCH (:Department {id: publisher})-[:PUBLISHED]->(l:DutyList) RETURN l
}
MATCH (d:Department)-[:PUBLISHED]->(l)-[:EXTRACTED_FROM]->(s:Document)
WHERE NOT l.id IN $lists
RETURN DISTINCT l.id AS list, d.id AS publisher, d.region AS region, d.name AS department,
       s.id AS document, s.source AS source, s.sha256 AS sha256,
       l.counts AS counts, [section IN l.sections WHERE NOT section IN coalesce(l.empty_sections, [])] AS sections
ORDER BY list
