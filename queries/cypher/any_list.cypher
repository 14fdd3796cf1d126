// Whether there is any list.
MATCH (l:DutyList)
RETURN l.id AS id LIMIT 1
