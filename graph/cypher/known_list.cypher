// The fingerprint and the duties of a list that is in the graph.
MATCH (l:DutyList {id: $list})
OPTIONAL MATCH (d:Duty {list: $list})
RETURN l.fingerprint AS fingerprint, collect({id: d.id, number: d.number, text: d.text}) AS duties
