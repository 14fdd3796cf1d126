// The fingerprint and the document of lists that are in the graph.
UNWIND $lists AS list
MATCH (l:DutyList {id: list})-[:EXTRACTED_FROM]->(document:Document)
RETURN list, l.fingerprint AS fingerprint, document.id AS document, document.source AS source, document.sha256 AS sha256,
       [section IN l.sections WHERE NOT section IN coalesce(l.empty_sections, [])] AS sections
