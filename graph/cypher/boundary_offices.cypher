// The offices of the bodies with a list in a region.
MATCH (d:Department {region: $region, listed: true})-[:HAS_OFFICE]->(o:Office)
RETURN d.id AS body, o.name AS office
ORDER BY body, office
