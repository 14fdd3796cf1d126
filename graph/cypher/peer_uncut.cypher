// Takes off all lists that the comparison of peers was cut short.
MATCH (l:DutyList)
WHERE l.peers_cut IS NOT NULL
SET l.peers_cut = NULL
