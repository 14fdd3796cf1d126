// How many duties the lists of each region have in which these departments lie.
MATCH (d:Department {listed: true})
WHERE $touched IS NULL OR d.id IN $touched
WITH DISTINCT d.region AS region
MATCH (:Department {region: region, listed: true})-[:HAS_DUTY]->(n:Duty)
RETURN region, count(n) AS duties
ORDER BY region
