// Regions whose lists declare matters and in which these departments lie, or all.
MATCH (t:Department)
WHERE $touched IS NULL OR t.id IN $touched
WITH DISTINCT t.region AS region
WHERE EXISTS { MATCH (:Department {region: region})<-[:DECLARED_BY]-(:SharedMatter) }
RETURN region
ORDER BY region
