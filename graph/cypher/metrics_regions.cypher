// The regions that some bodies belong to and those with a body that was never measured, or all regions.
MATCH (d:Department)
WHERE $touched IS NULL OR d.id IN $touched OR (d.ties IS NULL AND NOT d.vague)
RETURN DISTINCT d.region AS region
ORDER BY region
