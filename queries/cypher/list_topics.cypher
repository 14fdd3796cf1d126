// All topics in short.
MATCH (t:Topic {found: true})
RETURN t.id AS id, t.kind AS kind, t.class AS class, t.severity AS severity, t.score AS score, t.sort_key AS sort_key,
       t.kinds AS kinds, coalesce(t.wordings, []) AS wordings, t.department_ids AS department_ids, t.findings AS findings
ORDER BY id
