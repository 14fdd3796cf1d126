// Files with lists of which a version before 0.2 did not note the sections that they have to have.
MATCH (l:DutyList)-[:EXTRACTED_FROM]->(s:Document)
WHERE l.required_sections IS NULL
RETURN DISTINCT s.source AS source
ORDER BY source
