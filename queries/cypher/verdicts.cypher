MATCH (v:Verdict)
WHERE $finding IS NULL OR v.finding = $finding
RETURN v.finding AS finding, v.value AS value, v.by AS by, v.at AS at, v.note AS note, v.evidence AS evidence,
       v.score AS score
ORDER BY at, v.id
