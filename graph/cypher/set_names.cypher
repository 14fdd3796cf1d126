// The canonical name of a body that is only mentioned does not depend on other bodies, so it has none here.
UNWIND $rows AS row
MATCH (d:Department {id: row.id})
SET d.name = coalesce(row.name, d.name), d.aliases = row.aliases
