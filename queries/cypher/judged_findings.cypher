// Every finding or topic that somebody has judged, as it is now; one that this graph does not have is absent.
CALL {
  MATCH (v:Verdict)
  WITH DISTINCT v.finding AS id
  MATCH (f:Finding {id: id})
  RETURN f AS n, [f.wording] AS wordings, [f.payload] AS payloads
  UNION ALL
  MATCH (v:Verdict)
  WITH DISTINCT v.finding AS id
  MATCH (t:Topic {id: id})
  RETURN t AS n, coalesce(t.wordings, []) AS wordings, COLLECT { MATCH (t)-[:GATHERS]->(f:Finding) RETURN f.payload ORDER BY f.id } AS payloads
}
RETURN n.id AS id, n.found AS found, n.evidence AS evidence, n.score AS score, n.sentence_zh AS zh, n.sentence_en AS en,
       wordings, payloads
ORDER BY id
