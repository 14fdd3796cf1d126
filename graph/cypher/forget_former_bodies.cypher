MATCH (d:Department)
WHERE d.succeeded_by IS NOT NULL
REMOVE d.succeeded_by, d.reorganised
