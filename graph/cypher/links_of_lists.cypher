// Who publishes some lists, under no name, and whom their statements name, each with the printed name.
UNWIND $lists AS list
CALL (list) {
  MATCH (d:Department)-[:PUBLISHED]->(:DutyList {id: list})
  RETURN d.id AS id, '' AS printed
  UNION
  MATCH (:Division {list: list})-[e:ASSIGNED_TO]->(d:Department)
  RETURN d.id AS id, e.printed AS printed
  UNION
  MATCH (:PublicService {list: list})-[e:HANDLED_BY]->(d:Department)
  RETURN d.id AS id, e.printed AS printed
}
RETURN DISTINCT id, printed
ORDER BY id, printed
