// A finding that a person has judged is kept with its verdict.
MATCH (f:Finding)
WHERE NOT f.id IN $ids AND NOT EXISTS { (f)<-[:JUDGES]-(:Verdict) }
DETACH DELETE f
