MATCH (v:Verdict)
WHERE $finding IS NULL OR v.finding = $finding
RETURN v.finding AS finding, v.value AS value, v.by AS by, v.at AS at, v.note AS note, v.option AS option,
       v.responsible AS responsible, v.due AS due, v.evidence AS evidence, v.score AS score, v.wordings AS wordings,
       v.texts AS texts
ORDER BY at, v.id
