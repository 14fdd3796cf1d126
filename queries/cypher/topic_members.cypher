// Findings about who does what, which may belong to a topic: of some departments, which lie in these regions, or all.
CALL {
  UNWIND $regions AS region
  MATCH (f:Finding {region: region})
  RETURN f
  UNION ALL
  UNWIND CASE WHEN $regions IS NULL THEN ['all'] ELSE [] END AS every
  MATCH (f:Finding)
  RETURN f
}
WITH f
WHERE f.found AND size(coalesce(f.stories, [])) > 0
  AND ($touched IS NULL OR any(id IN f.department_ids WHERE id IN $touched))
RETURN f.id AS id, f.payload AS payload, f.department_ids AS bodies, f.stories AS stories, f.topic AS topic,
       f.carries AS carries
ORDER BY id
