// Its publisher has no list of its own any more, unless there is another one.
UNWIND $lists AS list
MATCH (:DutyList {id: list})<-[:PUBLISHED]-(d:Department)
WHERE NOT EXISTS { MATCH (d)-[:PUBLISHED]->(other:DutyList) WHERE NOT other.id IN $lists }
SET d.listed = false
