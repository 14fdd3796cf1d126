// kind: boundary.conflict
// title: {zh: 整个事项写在另一家的职责中, en: Matter claimed by another}
// description:
//   zh: "一份清单申报的事项没有把整件事分给某部门，而这个部门自己的职责写有整件事。"
//   en: "A body has the whole of a matter among its own duties, and the list that declares the matter does not give it that."
// class: boundary
// severity: high
// weight: 0.95
// sentence:
//   zh: “{declarer}”的清单申报了“{matter}”，“{claimant}”自己的职责也写有“{claim}”，该事项却没有这样给它分工。
//   en: The list of “{declarer}” declares “{matter}”; “{claimant}” has “{claim}” among its own duties, but the matter does not give it that.
// columns:
//   declarer: {zh: 申报部门, en: the declaring department, whole: true}
//   matter: {zh: 管理事项, en: the matter, whole: true}
//   claimant: {zh: 自己的职责写有整件事的部门, en: the body that has it among its own duties, whole: true}
//   claim: {zh: 它写的内容, en: what its own list says, whole: true}
// parts:
//   claim: {zh: 自己的职责写有整个事项, en: the whole matter among its own duties}
// options: [clarify_boundary, name_lead, merge]
// reach: region
// # CLAIMED_BY: graph/analysis/boundaries/duplicate_division.py. Where the other body declares the matter itself, boundary.conflict compares the two.
MATCH (x:Department)<-[:DECLARED_BY]-(m:SharedMatter)-[e:CLAIMED_BY]->(s:Duty|Task)
MATCH (y:Department)-[:PUBLISHED]->(:DutyList {id: s.list})
WHERE ($touched IS NULL OR x.id IN $touched OR y.id IN $touched)
  AND NOT EXISTS { MATCH (m)-[:ALIKE]-(:SharedMatter)-[:DECLARED_BY]->(y) }
RETURN [x.name, y.name] AS departments, [{role: 'a', id: m.id}, {role: 'b', id: s.id}] AS nodes, 0.8 * e.score AS score,
       {claim: 0.8 * e.score} AS parts, x.name AS declarer, m.matter AS matter, y.name AS claimant, e.other AS claim
ORDER BY score DESC, declarer, m.list, m.position
