UNWIND $rows AS row
MATCH (d:Department {id: row.id})
WITH d, row, d.name AS before
SET d.name = row.name, d.short = row.short, d.aliases = row.aliases
WITH d, before
WHERE d.name <> before
RETURN d.id AS id
