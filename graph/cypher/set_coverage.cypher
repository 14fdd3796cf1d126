UNWIND $rows AS row
MATCH (d:Duty {id: row.id})
SET d.uncovered = row.uncovered, d.unsupervised = row.unsupervised, d.routine = row.routine
