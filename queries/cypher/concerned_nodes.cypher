// What the list of a body (id) says that these findings (ids) concern.
UNWIND $findings AS finding
MATCH (:Finding {id: finding})-[c:CONCERNS]->(n)
WHERE NOT c.role IN $beside AND n.list IS NOT NULL
WITH DISTINCT n
WHERE EXISTS { MATCH (:Department {id: $id})-[:PUBLISHED]->(:DutyList {id: n.list}) } AND NOT n.id = n.list
RETURN n.id AS id, labels(n)[0] AS kind
ORDER BY n.list, kind, n.position, id
