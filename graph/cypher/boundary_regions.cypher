// Regions whose lists declare matters and that a change of these departments' lists reaches: their own, and those
// whose lists give them a part.
MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)
WITH DISTINCT by
WHERE $touched IS NULL
   OR EXISTS { MATCH (t:Department {region: by.region}) WHERE t.id IN $touched }
   OR EXISTS { MATCH (by)<-[:DECLARED_BY]-(:SharedMatter)<-[:ABOUT]-(:Division)-[:ASSIGNED_TO]->(t:Department) WHERE t.id IN $touched }
RETURN DISTINCT by.region AS region
ORDER BY region
