// Regions that have lists and that a change of these departments' lists reaches.
MATCH (d:Department {listed: true})
WHERE $touched IS NULL OR d.id IN $touched
RETURN DISTINCT d.region AS region
ORDER BY region
