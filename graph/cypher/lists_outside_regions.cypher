// Lists outside any region that come from files of this name, but for some.
MATCH (d:Department)-[:PUBLISHED]->(l:DutyList)-[:EXTRACTED_FROM]->(:Document {source: $source})
WHERE d.region STARTS WITH $unknown AND NOT l.id IN $lists
RETURN DISTINCT l.id AS list, d.id AS department_id, d.name AS department, COUNT { MATCH (n:Duty {list: l.id}) RETURN n } AS duties
ORDER BY list
