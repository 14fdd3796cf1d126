// Regions whose bodies are in the graph; a name may have those of what it lies in before it (兰江市云溪区).
MATCH (:Department)-[:IN_REGION]->(r:Region)
WHERE r.code = $text OR r.name CONTAINS $text OR $text ENDS WITH r.name
RETURN DISTINCT r.code AS code, r.name AS name, $text IN [r.code, r.name] AS exact
ORDER BY code
