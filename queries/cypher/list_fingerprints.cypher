// What the lists say, and which register their bases are compared with; the built-in table comes with the program. One row:
// thousands of them would take the driver ten times as long.
CALL {
  MATCH (l:DutyList)
  RETURN l.id + ' ' + coalesce(l.fingerprint, '') AS state
  UNION ALL
  MATCH (r:Register {current: true, builtin: false})
  RETURN r.id + ' ' + r.version AS state
}
RETURN collect(state) AS states
