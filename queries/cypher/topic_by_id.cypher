// Topics whose id is or begins with a text; the one whose id it is comes first.
MATCH (t:Topic)
WHERE $text <> '' AND (t.id STARTS WITH $text OR t.id STARTS WITH 'topic-' + $text)
RETURN t.id AS id, t.sentence_zh AS sentence, t.payload AS payload, t.found AS found, coalesce(t.wordings, []) AS wordings,
       COLLECT {
         MATCH (t)-[:GATHERS]->(f:Finding)
         RETURN {id: f.id, wording: f.wording, evidence: f.evidence, topic: f.topic, carries: f.carries}
       } AS members
ORDER BY CASE WHEN t.id = $text THEN 0 ELSE 1 END, id
LIMIT $most
