// The overlaps that each body's duties or tasks are found in: those that lists show at first and nobody has dismissed, and
// those that somebody has confirmed.
UNWIND $bodies AS body
MATCH (:Department {id: body})-[:PUBLISHED]->(l:DutyList)
CALL (l) {
  MATCH (n:Duty {list: l.id}) RETURN n
  UNION ALL
  MATCH (n:Task {list: l.id}) RETURN n
}
MATCH (n)<-[:CONCERNS]-(f:Finding)
WHERE f.kind IN ['overlap.duplicate', 'overlap.duty']
WITH DISTINCT f, body, COLLECT { MATCH (f)<-[:JUDGES]-(v:Verdict) RETURN v.value ORDER BY v.at DESC, v.id DESC LIMIT 1 } AS last
WHERE last = ['confirmed'] OR (f.class IN ['duplication', 'overlap'] AND last <> ['dismissed'])
RETURN f.id AS shared, body
