// Regions whose lists declare matters and in which these departments lie, or all.
MATCH (by:Department)<-[:DECLARED_BY]-(:SharedMatter)
WITH DISTINCT by.region AS region
WHERE $touched IS NULL OR EXISTS { MATCH (t:Department {region: region}) WHERE t.id IN $touched }
RETURN region
ORDER BY region
