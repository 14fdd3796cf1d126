// What was warned of when the lists of a document (id) were read and compared; each a JSON text.
MATCH (:Document {id: $id})<-[:EXTRACTED_FROM]-(l:DutyList)
WITH l, [text IN [l.overlaps_cut, l.repeats_cut, l.peers_cut] WHERE text IS NOT NULL] AS cut
RETURN l.id AS list, l.title AS title, coalesce(l.warnings, 0) + size(cut) AS count, coalesce(l.warning_texts, []) + cut AS texts
ORDER BY list
