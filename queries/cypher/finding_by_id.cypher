// Findings whose id is or begins with a text; the one whose id it is comes first.
MATCH (f:Finding)
WHERE $text <> '' AND (f.id STARTS WITH $text OR f.id STARTS WITH 'finding-' + $text)
RETURN f.id AS id, f.sentence_zh AS sentence, f.payload AS payload, f.found AS found, f.evidence AS evidence, f.wording AS wording, f.score AS score,
       f.topic AS topic, f.carries AS carries
ORDER BY CASE WHEN f.id = $text THEN 0 ELSE 1 END, id
LIMIT $most
