// The instruments in force and out of force that printed titles are compared with.
MATCH (i:Instrument)-[:LISTED_IN]->(r:Register {current: true})
RETURN i.id AS id, i.key AS key, i.number AS number, r.builtin AS builtin, i.level AS level, i.scope AS scope
ORDER BY id
