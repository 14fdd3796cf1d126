// How many lists tie something to each of these nodes.
UNWIND $ids AS id
MATCH (n:__LABEL__ {id: id})-[:ASSIGNED_TO|DECLARED_BY|BASED_ON|TARGETS|HANDLED_BY]-(s)
RETURN id, count(DISTINCT s.list) AS lists
ORDER BY id
