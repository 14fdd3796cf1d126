// Its publisher has no list of its own any more, unless there is another one.
MATCH (d:Department)-[:PUBLISHED]->(:DutyList {id: $list})
WHERE NOT EXISTS { MATCH (d)-[:PUBLISHED]->(other:DutyList) WHERE other.id <> $list }
SET d.listed = false
