// The overlaps that each body's duties or tasks are found in, without those that a person has dismissed.
MATCH (f:Finding)-[:CONCERNS]->(n:Duty|Task)
WHERE f.kind IN ['overlap.duplicate', 'overlap.duty']
  AND COLLECT { MATCH (f)<-[:JUDGES]-(v:Verdict) RETURN v.value ORDER BY v.at DESC, v.id DESC LIMIT 1 } <> ['dismissed']
MATCH (by:Department)-[:PUBLISHED]->(:DutyList {id: n.list})
WHERE by.id IN $bodies
RETURN DISTINCT f.id AS shared, by.id AS body
