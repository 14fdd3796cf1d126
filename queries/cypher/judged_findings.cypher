// Every finding that somebody has judged, as it is now; one that this graph does not have is absent.
MATCH (v:Verdict)
WITH DISTINCT v.finding AS id
MATCH (f:Finding {id: id})
RETURN f.id AS id, f.found AS found, f.evidence AS evidence, f.score AS score, f.sentence_zh AS zh, f.sentence_en AS en
ORDER BY id
