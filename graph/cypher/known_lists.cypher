// The fingerprint and the duties of lists that are in the graph.
UNWIND $lists AS list
MATCH (l:DutyList {id: list})
OPTIONAL MATCH (d:Duty {list: list})
RETURN list, l.fingerprint AS fingerprint, collect(d.text) AS duties
