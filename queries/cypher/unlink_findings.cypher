MATCH (:Finding)-[e:CONCERNS]->()
DELETE e
