// The registers of instruments that were imported, and the built-in table at the end; the latest first.
MATCH (r:Register)
RETURN r.id AS id, r.source AS source, r.version AS version, r.imported AS imported, r.entries AS entries,
       r.titles AS titles, r.builtin AS builtin, r.current AS current
ORDER BY builtin, imported DESC, id
