// A region is there as long as a list of it, or of a region in it, is.
MATCH (n:Region)
WHERE NOT EXISTS { (:Department {listed: true})-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(n) }
DETACH DELETE n
RETURN count(*) AS removed
