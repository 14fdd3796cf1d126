// The supervision regimes of some departments, or of all.
MATCH (by:Department)-[:RUNS]->(r:SupervisionRegime)
WHERE ($touched IS NULL OR by.id IN $touched) AND r.alike IS NULL
RETURN by.id AS publisher, r.title AS title, r.targets AS targets, r.text AS text
ORDER BY r.list, r.position
