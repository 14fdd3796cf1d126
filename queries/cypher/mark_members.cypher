UNWIND $rows AS row
MATCH (f:Finding {id: row.id})
SET f.topic = row.topic, f.carries = row.carries
