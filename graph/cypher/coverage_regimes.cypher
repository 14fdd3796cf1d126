// The supervision regimes of some departments, or of all.
MATCH (by:Department)-[:RUNS]->(r:SupervisionRegime)
WHERE ($touched IS NULL OR by.id IN $touched) AND r.alike IS NULL
RETURN r.list AS list, r.title AS title, r.targets AS targets, r.text AS text
ORDER BY list, r.position
