// How much of each department an office handles.
MATCH (o:Office {id: $id})<-[:HANDLED_BY]-(n)
MATCH (:DutyList {id: n.list})<-[:PUBLISHED]-(by:Department)
RETURN by.name AS department, by.id AS id, count(DISTINCT n) AS count
ORDER BY count DESC, department, id
