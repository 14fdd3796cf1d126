// From what edges of a type lead to a node (id and label), of one label, in the engine's order.
MATCH (n:__LABEL__ {id: $id})<-[r:__TYPE__]-(m:__KIND__)
WITH r, m
SKIP $offset LIMIT $limit
RETURN m.id AS id, coalesce(m.name, m.title, m.matter, m.text, m.party, m.source) AS name, m.list AS list, m.position AS position,
       r.locator AS locator
