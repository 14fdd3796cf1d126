// Services of the same name as one of them (id) in other lists, with who provides each.
MATCH (p:PublicService {id: $id})
MATCH (q:PublicService {name: p.name})<-[:PROVIDES]-(by:Department)
WHERE q.id <> p.id
RETURN q.id AS id, q.name AS service, q.handler AS handler, q.phone AS phone, by.name AS department, by.id AS department_id
ORDER BY department, id
