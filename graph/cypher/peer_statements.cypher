// Duties and tasks of the bodies with one name and level (in one region, or all), whose duties were read as a whole, each with the
// outermost region that the body lies in.
MATCH (d:Department {listed: true, key: $key})-[:PUBLISHED]->(l:DutyList)
WHERE d.level = $level AND ($region IS NULL OR d.region = $region)
  AND '部门职责' IN l.sections AND NOT '部门职责' IN coalesce(l.empty_sections, [])
  AND NOT '部门职责' IN coalesce(l.sections_read_in_part, [])
CALL {
  WITH d
  OPTIONAL MATCH (d)-[:IN_REGION]->(:Region)-[:PART_OF*0..2]->(r:Region)
  WHERE NOT EXISTS { (r)-[:PART_OF]->(:Region) }
  RETURN r.id AS root ORDER BY root LIMIT 1
}
CALL {
  WITH l
  MATCH (n:Duty {list: l.id})
  RETURN n, 'Duty' AS label
  UNION ALL
  WITH l
  MATCH (n:Task {list: l.id})
  RETURN n, 'Task' AS label
}
RETURN d.id AS body, d.region AS region, root, n.id AS id, label, n.text AS text
ORDER BY body, n.list, n.position
