// Bodies that publish a list in one of the regions, as their titles name them.
MATCH (d:Department)-[:PUBLISHED]->(l:DutyList)
WHERE d.region IN $regions
RETURN DISTINCT d.region AS region, l.department AS name, l.also_known_as AS also_known_as
ORDER BY region, name, also_known_as
