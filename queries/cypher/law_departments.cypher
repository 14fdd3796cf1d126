// How many statements of each department rest on a law.
MATCH (b:LegalBasis {id: $id})<-[:BASED_ON]-(n)
MATCH (:DutyList {id: n.list})<-[:PUBLISHED]-(by:Department)
RETURN by.name AS department, by.id AS id, count(DISTINCT n) AS count
ORDER BY count DESC, department, id
