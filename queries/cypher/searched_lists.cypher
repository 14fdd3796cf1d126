// Every list with what its entries say besides its own content: its publisher, and the bodies that its matters name.
MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
RETURN l.id AS id, l.fingerprint AS fingerprint, [by.id, by.name, by.region] AS publisher,
       COLLECT {
         MATCH (:Division {list: l.id})-[:ASSIGNED_TO]->(d:Department)
         RETURN DISTINCT d.id + ' ' + d.name AS body ORDER BY body
       } AS bodies
ORDER BY id
