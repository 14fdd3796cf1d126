UNWIND $rows AS row
CREATE (n:__LABEL__)
SET n = row.properties, n.id = row.id
