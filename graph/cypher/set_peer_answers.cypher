UNWIND $rows AS row
MATCH (:Department {id: row.body})-[e:LACKS]->()
WHERE e.group = row.group
SET e.answered = row.answered
