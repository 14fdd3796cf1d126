// The canonical name of a body that is only mentioned does not depend on other bodies, so it has none here.
UNWIND $rows AS row
MATCH (d:Department {id: row.id})
WITH d, row, d.name AS before
SET d.name = coalesce(row.name, d.name), d.aliases = row.aliases
WITH d, before
WHERE d.name <> before
RETURN d.id AS id
