MATCH (l:DutyList)
RETURN l.id AS id, l.fingerprint AS fingerprint
ORDER BY id
