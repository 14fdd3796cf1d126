// The legal bases that each body's lists cite. One branch per label: an index answers each, while a label expression
// over all of them reads every node.
UNWIND $bodies AS body
MATCH (:Department {id: body})-[:PUBLISHED]->(l:DutyList)
CALL (l) {
  MATCH (:DutyList {list: l.id})-[:BASED_ON]->(x:LegalBasis) RETURN x
  UNION
  MATCH (:Duty {list: l.id})-[:BASED_ON]->(x:LegalBasis) RETURN x
  UNION
  MATCH (:Task {list: l.id})-[:BASED_ON]->(x:LegalBasis) RETURN x
  UNION
  MATCH (:Division {list: l.id})-[:BASED_ON]->(x:LegalBasis) RETURN x
  UNION
  MATCH (:SharedMatter {list: l.id})-[:BASED_ON]->(x:LegalBasis) RETURN x
  UNION
  MATCH (:SupervisionRegime {list: l.id})-[:BASED_ON]->(x:LegalBasis) RETURN x
  UNION
  MATCH (:PublicService {list: l.id})-[:BASED_ON]->(x:LegalBasis) RETURN x
  UNION
  MATCH (:Rule {list: l.id})-[:BASED_ON]->(x:LegalBasis) RETURN x
  UNION
  MATCH (:Article {list: l.id})-[:BASED_ON]->(x:LegalBasis) RETURN x
}
RETURN DISTINCT x.id AS shared, body
