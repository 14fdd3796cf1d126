// Remove what an earlier look at a region has found: repetitions in its own lists, and of what lists of higher levels say.
MATCH (:Department {region: $region})-[:HAS_DUTY|PROVIDES]->(n:Duty|PublicService)
OPTIONAL MATCH (n)-[own:REPEATS]->()
OPTIONAL MATCH (n)-[:HAS_TASK]->(:Task)-[ofTask:REPEATS]->()
DELETE own, ofTask
