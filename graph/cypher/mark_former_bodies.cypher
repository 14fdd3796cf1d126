// Keys are names without region in their long form. Few departments, so all of them are looked at. What no list names
// any more has no mark, even before it is collected.
UNWIND $rows AS row
MATCH (d:Department {key: row.key})
WHERE EXISTS { MATCH (d)--(m) WHERE m.list IS NOT NULL }
SET d.succeeded_by = row.successor, d.reorganised = row.year
