// Ids of the findings and topics that somebody has judged or commented on.
MATCH (v:Verdict|Comment)
RETURN DISTINCT v.finding AS id
ORDER BY id
