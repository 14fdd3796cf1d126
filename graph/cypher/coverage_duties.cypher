// The duties of some departments, or of all, with their tasks, and whether a list of their department has regimes.
MATCH (by:Department)-[:HAS_DUTY]->(d:Duty)
WHERE ($touched IS NULL OR by.id IN $touched) AND d.alike IS NULL
RETURN d.id AS id, d.text AS text, by.id AS publisher, by.name AS body,
       EXISTS {
         MATCH (by)-[:PUBLISHED]->(l:DutyList) WHERE '监管制度' IN l.sections AND NOT '监管制度' IN coalesce(l.empty_sections, [])
       } AS regulated,
       COLLECT { MATCH (d)-[:HAS_TASK]->(t:Task) WHERE t.alike IS NULL RETURN t.text ORDER BY t.position } AS tasks
ORDER BY d.list, d.position
