UNWIND $rows AS row
MATCH (a:__START__ {id: row.start})
MATCH (b:__END__ {id: row.end})
MERGE (a)-[e:__TYPE__]->(b)
SET e += row.properties
RETURN count(*) AS written
