// A topic that a person has judged is kept, and says that it is none any more; what others gather is written anew.
CALL {
  UNWIND $changed + $ids AS id
  MATCH (:Topic {id: id})-[e:GATHERS]->()
  DELETE e
  RETURN count(*) AS edges
}
UNWIND $ids AS id
MATCH (t:Topic {id: id})
SET t.found = false
WITH t
WHERE NOT EXISTS { MATCH (:Verdict {finding: t.id}) }
DETACH DELETE t
