// What a list says, statement by statement, in the order of the list.
MATCH (l:DutyList {id: $list})
CALL (l) {
  MATCH (n:__EACH_STATEMENT__ {list: l.id}) RETURN n
}
RETURN labels(n)[0] AS label, properties(n) AS properties
ORDER BY n.position
