// Remove what an earlier comparison has found between the departments of a region.
MATCH (:Department {region: $region})-[:HAS_DUTY]->(duty:Duty)
OPTIONAL MATCH (duty)-[ofDuty:SIMILAR_TO]->()
OPTIONAL MATCH (duty)-[:HAS_TASK]->(:Task)-[ofTask:SIMILAR_TO]->()
DELETE ofDuty, ofTask
