// The bodies of a region that have a list or a part in a matter, with the names that they are printed by.
MATCH (d:Department {region: $region})
WHERE NOT coalesce(d.vague, false)
RETURN d.id AS id, [d.name] + coalesce(d.aliases, []) AS names
ORDER BY id
