UNWIND $ids AS id
MATCH (:Finding {id: id})-[e:CONCERNS]->()
DELETE e
