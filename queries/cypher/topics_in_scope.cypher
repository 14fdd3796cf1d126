MATCH (t:Topic)
WHERE $touched IS NULL OR any(id IN t.department_ids WHERE id IN $touched)
RETURN t.id AS id, t.found AS found, t.payload AS payload, t.wordings AS wordings,
       COUNT { (t)-[:GATHERS]->() } AS links, EXISTS { MATCH (:Verdict {finding: t.id}) } AS judged
ORDER BY id
