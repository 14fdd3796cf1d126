// The lists of some bodies that are in the graph, each with its document, its fingerprint and the sections that say something.
UNWIND $publishers AS publisher
MATCH (:Department {id: publisher})-[:PUBLISHED]->(l:DutyList)-[:EXTRACTED_FROM]->(document:Document)
RETURN l.id AS list, publisher, l.fingerprint AS fingerprint, document.id AS document, document.source AS source, document.sha256 AS sha256,
       [section IN l.sections WHERE NOT section IN coalesce(l.empty_sections, [])] AS sections
ORDER BY list
