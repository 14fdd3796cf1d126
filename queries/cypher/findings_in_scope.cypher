MATCH (f:Finding)
WHERE ($kinds IS NULL OR f.kind IN $kinds)
  AND ($touched IS NULL OR any(id IN f.department_ids WHERE id IN $touched))
RETURN f.id AS id, f.found AS found, f.payload AS payload, f.wording IS NOT NULL AS marked, COUNT { (f)-[:CONCERNS]->() } AS links
ORDER BY id
