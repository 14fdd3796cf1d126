// Topics about any of some departments, which lie in these regions, or all topics.
CALL {
  UNWIND $regions AS region
  MATCH (t:Topic {region: region})
  RETURN t
  UNION ALL
  UNWIND CASE WHEN $regions IS NULL THEN ['all'] ELSE [] END AS every
  MATCH (t:Topic)
  RETURN t
}
WITH t
WHERE $touched IS NULL OR any(id IN t.department_ids WHERE id IN $touched)
RETURN t.id AS id, t.found AS found, t.payload AS payload, t.wordings AS wordings, t.region IS NOT NULL AS marked,
       COUNT { (t)-[:GATHERS]->() } AS links, EXISTS { MATCH (:Verdict {finding: t.id}) } AS judged
ORDER BY id
