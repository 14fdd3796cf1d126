// Remove what an earlier look at a region has found: repetitions in its own lists, and of what lists of higher levels say.
CALL {
  MATCH (:Department {region: $region})-[:HAS_DUTY|PROVIDES]->(n:Duty|PublicService)
  RETURN n
  UNION ALL
  MATCH (:Department {region: $region})-[:HAS_DUTY]->(:Duty)-[:HAS_TASK]->(n:Task)
  RETURN n
  UNION ALL
  MATCH (:Department {region: $region})<-[:DECLARED_BY]-(n:SharedMatter)
  RETURN n
}
MATCH (n)-[r:REPEATS]->()
DELETE r
