// The regions that some bodies belong to, or all regions.
MATCH (d:Department)
WHERE $touched IS NULL OR d.id IN $touched
RETURN DISTINCT d.region AS region
ORDER BY region
