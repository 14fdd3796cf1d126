MATCH (d:Department)-[:IN_REGION]->(:Region {code: $code})
RETURN DISTINCT d.id AS id
