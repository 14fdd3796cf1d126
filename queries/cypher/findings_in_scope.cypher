// Findings about any of some departments, which lie in these regions, or all findings.
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
WHERE ($kinds IS NULL OR f.kind IN $kinds)
  AND ($touched IS NULL OR any(id IN f.department_ids WHERE id IN $touched))
RETURN f.id AS id, f.found AS found, f.payload AS payload, f.wording IS NOT NULL AND f.region IS NOT NULL AS marked,
       COUNT { (f)-[:CONCERNS]->() } AS links
ORDER BY id
