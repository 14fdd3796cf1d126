MATCH (n:Region)
WHERE NOT EXISTS { (:Department)-[:IN_REGION]->(:Region)-[:PART_OF*0..]->(n) }
DETACH DELETE n
RETURN count(*) AS removed
