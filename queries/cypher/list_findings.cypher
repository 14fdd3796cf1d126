// All findings in short. One row: a hundred thousand of them would take the driver ten times as long.
MATCH (f:Finding {found: true})
RETURN collect([f.id, f.kind, f.class, f.severity, f.score, f.departments, f.department_ids, f.sort_key, f.evidence, f.wording,
                f.topic, f.carries]) AS findings
