// Of bodies with names, those for which the name is new.
UNWIND $rows AS row
MATCH (d:Department {id: row.id})
WHERE NOT row.printed IN coalesce(d.aliases, []) AND NOT (d.listed AND d.name = row.printed)
RETURN DISTINCT d.id AS id
ORDER BY id
