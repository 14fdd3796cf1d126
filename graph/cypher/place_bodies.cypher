// Every body whose region is in the graph lies in it, whichever list came first.
UNWIND $regions AS region
MATCH (r:Region {id: region})
MATCH (d:Department {region: region})
WHERE NOT EXISTS { (d)-[:IN_REGION]->(r) }
CREATE (d)-[:IN_REGION]->(r)
