// The legal bases that each body's lists cite.
UNWIND $bodies AS body
MATCH (:Department {id: body})-[:PUBLISHED]->(l:DutyList)
CALL (l) {
  MATCH (:DutyList {list: l.id})-[:BASED_ON]->(x:LegalBasis) RETURN x
  UNION ALL
  MATCH (:__EACH_STATEMENT__ {list: l.id})-[:BASED_ON]->(x:LegalBasis) RETURN x
}
RETURN DISTINCT x.id AS shared, body
