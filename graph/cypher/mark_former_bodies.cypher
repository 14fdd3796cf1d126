// Keys are names without region in their long form. Few departments, so all of them are looked at.
UNWIND $rows AS row
MATCH (d:Department {key: row.key})
SET d.succeeded_by = row.successor, d.reorganised = row.year
