// The names of all bodies with a list.
MATCH (d:Department {listed: true})
RETURN d.id AS id, d.name AS name
