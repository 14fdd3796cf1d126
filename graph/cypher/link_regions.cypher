// A region, what lies in it, and what it lies in.
MATCH (r:Region)
WHERE r.id = $region OR EXISTS { (r)-[:PART_OF*1..2]->(:Region {id: $region}) }
   OR EXISTS { (:Region {id: $region})-[:PART_OF*1..2]->(r) }
OPTIONAL MATCH (r)-[:PART_OF]->(outer:Region)
RETURN r.code AS code, r.name AS name, r.level AS level, r.abolished AS abolished, outer.code AS outer
ORDER BY code
