// What was kept of findings or topics in the form of an older version, in that of this one.
UNWIND $rows AS row
MATCH (n:Finding|Topic {id: row.id})
SET n.payload = row.payload
