// The imported registers in force; the built-in table comes with the program.
MATCH (r:Register {current: true, builtin: false})
RETURN r.id AS id
ORDER BY id
