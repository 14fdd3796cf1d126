MATCH (f:Finding {found: true})
WHERE ($kinds IS NULL OR f.kind IN $kinds)
  AND ($department IS NULL OR $department IN f.department_ids)
  AND ($severity IS NULL OR f.severity = $severity)
  AND ($min_score IS NULL OR f.score >= $min_score)
RETURN f.id AS id, f.kind AS kind, f.class AS class, f.severity AS severity, f.score AS score,
       f.departments AS departments, f.sort_key AS sort_key
