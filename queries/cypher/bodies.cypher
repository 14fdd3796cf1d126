// All bodies with their regions.
MATCH (d:Department)
OPTIONAL MATCH (d)-[:IN_REGION]->(r:Region)
RETURN d.id AS id, d.name AS name, coalesce(d.short, d.name) AS short, coalesce(d.listed, false) AS listed,
       coalesce(d.vague, false) AS vague, r.code AS region,
       r.id AS region_id, r.name AS region_name
ORDER BY name, id, region
