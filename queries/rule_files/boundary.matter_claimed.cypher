// kind: boundary.conflict
// title: {zh: 整个事项写在另一家的职责中, en: Matter claimed by another}
// description:
//   zh: "一份清单申报的事项没有把整件事分给某部门，而这个部门自己的职责写有整件事。"
//   en: "A body has the whole of a matter among its own duties, and the list that declares the matter does not give it that."
// class: boundary
// severity: high
// weight: 0.95
// sentence:
//   zh: “{declarer}”的清单申报了“{matter}”，{given}{none}它自己的职责却写有“{claim}”。
//   en: The list of “{declarer}” declares “{matter}”; {given}{none} while its own duties have “{claim}”.
// clauses:
//   given: {zh: "给“{claimant}”的分工是“{part}”，", en: "it gives “{claimant}” “{part}”,"}
//   none: {zh: "没有给“{claimant}”分工，", en: "it gives “{claimant}” no part,"}
// columns:
//   declarer: {zh: 申报部门, en: the declaring department, whole: true}
//   matter: {zh: 管理事项, en: the matter, whole: true}
//   claimant: {zh: 自己的职责写有整件事的部门, en: the body that has it among its own duties, whole: true}
//   given: {zh: 该事项是否给它分了工, en: whether the matter gives it a part}
//   none: {zh: 该事项是否没有给它分工, en: whether the matter gives it none}
//   part: {zh: 该事项给它的分工, en: the part that the matter gives it, whole: true}
//   claim: {zh: 它写的内容, en: what its own list says, whole: true}
// parts:
//   claim: {zh: 自己的职责写有整个事项, en: the whole matter among its own duties}
// options: [clarify_boundary, name_lead, merge]
// reach: region
// # CLAIMED_BY: graph/analysis/boundaries/duplicate_division.py. Where the other body declares the matter itself, boundary.conflict compares the two.
// # A body that has a part in the matter may share it rightly: that is less severe than one that is not named at all.
MATCH (x:Department)<-[:DECLARED_BY]-(m:SharedMatter)-[e:CLAIMED_BY]->(s:Duty|Task)
MATCH (:DutyList {id: s.list})<-[:PUBLISHED]-(y:Department)
WHERE ($touched IS NULL OR x.id IN $touched OR y.id IN $touched)
  AND NOT EXISTS { MATCH (m)-[:ALIKE]-(:SharedMatter)-[:DECLARED_BY]->(y) }
WITH x, m, e, s, y,
     COLLECT { MATCH (m)<-[:ABOUT]-(n:Division)-[:ASSIGNED_TO]->(d:Department) WHERE d.id = y.id RETURN n ORDER BY n.position } AS own
WITH x, m, e, s, y, own, reduce(said = '', n IN own | said + CASE said WHEN '' THEN '' ELSE '；' END + coalesce(n.text, '')) AS said
RETURN [x.name, y.name] AS departments,
       [{role: 'a', id: m.id}, {role: 'b', id: s.id}] + reduce(all = [], n IN own | all + [{role: 'party', id: n.id}]) AS nodes,
       [m.id, s.id, ''] AS identity, CASE size(own) WHEN 0 THEN 'high' ELSE 'medium' END AS severity, size(own) > 0 AS given, size(own) = 0 AS none,
       CASE WHEN size(said) > 60 THEN substring(said, 0, 60) + '…' WHEN said ENDS WITH '。' THEN substring(said, 0, size(said) - 1) ELSE said END AS part, 0.8 * e.score AS score,
       {claim: 0.8 * e.score} AS parts, x.name AS declarer, m.matter AS matter, y.name AS claimant, e.other AS claim
ORDER BY score DESC, declarer, m.list, m.position
