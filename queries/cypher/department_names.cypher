MATCH (d:Department)
RETURN d.name AS name, d.id AS id
ORDER BY name, id
