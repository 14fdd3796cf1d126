// A finding that a person has judged is kept, and says that it is no longer found.
UNWIND $ids AS id
MATCH (f:Finding {id: id})
SET f.found = false
WITH f
WHERE NOT EXISTS { (:Verdict)-[:JUDGES]->(f) }
DETACH DELETE f
