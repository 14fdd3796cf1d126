// A finding that a person has judged or commented on is kept, and says that it is no longer found.
UNWIND $ids AS id
MATCH (f:Finding {id: id})
SET f.found = false
WITH f
WHERE NOT EXISTS { (:Verdict)-[:JUDGES]->(f) } AND NOT EXISTS { (:Comment)-[:COMMENTS_ON]->(f) }
DETACH DELETE f
