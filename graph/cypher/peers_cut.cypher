// Lists that are told that the comparison of peers was cut short.
MATCH (l:DutyList)
WHERE l.peers_cut IS NOT NULL
RETURN l.id AS id
LIMIT 1
