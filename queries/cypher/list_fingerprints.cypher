// What the lists say, and which register their bases are compared with; the built-in table comes with the program.
CALL {
  MATCH (l:DutyList)
  RETURN l.id AS id, l.fingerprint AS fingerprint
  UNION ALL
  MATCH (r:Register {current: true, builtin: false})
  RETURN r.id AS id, r.version AS fingerprint
}
RETURN id, fingerprint
ORDER BY id
