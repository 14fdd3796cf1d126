MATCH (d:Department)-[:PUBLISHED]->(:DutyList)
RETURN DISTINCT d.region AS region
ORDER BY region
