// kind: boundary.conflict
// title: {zh: 权力写在两家名下, en: Power held elsewhere}
// description:
//   zh: "分给一家的权力写在另一家的职责中：文字几乎相同；或者文字不同而分到的部门自己的清单没有写到。"
//   en: "A power that one body is given stands among the duties of another: nearly word for word, or in other words while the list of the body that is given it does not answer."
// class: boundary
// severity: high
// weight: 0.95
// sentence:
//   zh: “{declarer}”的清单在“{matter}”中把“{power}”分给“{party}”，{disclaimed}{unanswered}{alike}“{held}”{also}。
//   en: In “{matter}” the list of “{declarer}” gives “{power}” to “{party}”, {disclaimed}{unanswered}{alike}“{held}”{also}.
// clauses:
//   alike: {zh: "“{holder}”自己的职责也写有", en: "and “{holder}” has among its own duties "}
//   unanswered: {zh: "后者自己的清单没有相应的内容，而“{holder}”自己的职责写有", en: "whose own list does not answer, while “{holder}” has among its own duties "}
//   disclaimed: {zh: 它自己的职责却写明由别家承担：, en: "whose own list says that another body does it: "}
//   also: {zh: "（该事项另给它“{part}”）", en: " (the matter also gives it “{part}”)"}
// columns:
//   declarer: {zh: 申报部门, en: the declaring department, whole: true}
//   matter: {zh: 管理事项, en: the matter, whole: true}
//   power: {zh: 分给别家的权力, en: the power that is given, whole: true}
//   party: {zh: 分到的部门, en: the body that is given it, whole: true}
//   holder: {zh: 自己的职责写有它的部门, en: the body that has it among its own duties, whole: true}
//   also: {zh: 该事项是否另给它分了工, en: whether the matter gives it another part}
//   part: {zh: 该事项另给它的分工, en: the other part that the matter gives it, whole: true}
//   held: {zh: 它写的内容, en: what its own list says, whole: true}
//   alike: {zh: 两处文字是否几乎相同, en: whether the texts are nearly the same}
//   disclaimed: {zh: 是否分到的部门自己写明由别家承担, en: whether the body that is given it says itself that another does it}
//   unanswered: {zh: 分到的部门自己的清单是否没有写到, en: whether the list of the body that is given it does not answer}
// parts:
//   power: {zh: 同一项权力写在两家名下, en: one power in two hands}
//   unanswered: {zh: 分到的部门自己的清单没有写到, en: not in the own list of the body that is given it}
// options: [reassign, clarify_boundary, name_lead]
// settings:
//   missing: {zh: 分到权力的部门自己的清单回应不到多少算没有写到, en: below what the list of a body that is given a power does not answer, default: 0.2, minimum: 0, maximum: 1}
// reach: region
// # CLAIMED_BY, HELD_BY and ANSWERED_BY: graph/analysis/boundaries/. HELD_BY joins texts with one power over one thing, however else they
// # are worded. That is too little, unless the body that is given the power does not answer: below 0.2 its list has nearly
// # always nothing of it (boundary.one_sided).
CALL {
  MATCH (x:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)-[e:CLAIMED_BY]->(s:Duty|Task)
  MATCH (:DutyList {id: s.list})<-[:PUBLISHED]-(y:Department)
  WHERE $touched IS NULL OR x.id IN $touched OR y.id IN $touched
  RETURN x, m, n, e, s, y, CASE WHEN x = y THEN [x.name] ELSE [x.name, y.name] END AS departments,
         true AS alike, 0.0 AS silence, e.score AS weight
  UNION ALL
  MATCH (x:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)-[e:HELD_BY]->(s:Duty|Task)
  MATCH (:DutyList {id: s.list})<-[:PUBLISHED]-(y:Department)
  MATCH (n)-[a:ANSWERED_BY]->(g:Department)
  WITH x, m, n, e, s, y, collect(g) AS given, max(a.score) AS answered
  WHERE answered < $missing
    AND ($touched IS NULL OR any(d IN [x, y] + given WHERE d.id IN $touched))
    AND NOT EXISTS { MATCH (n)-[:CLAIMED_BY]->(:Duty|Task {list: s.list}) }
  RETURN x, m, n, e, s, y,
         reduce(all = [], d IN [x] + given + [y] | CASE WHEN d.name IN all THEN all ELSE all + d.name END) AS departments,
         false AS alike, (1 - answered) / 2 AS silence, e.score / 2 AS weight
}
WITH *
WHERE x = y OR NOT EXISTS { MATCH (m)-[:ALIKE]-(:SharedMatter)-[:DECLARED_BY]->(y) }
WITH *, EXISTS { MATCH (n)-[:ASSIGNED_TO]->(d:Department) WHERE d.id = y.id } AS disclaimed,
     COLLECT {
       MATCH (m)<-[:ABOUT]-(o:Division)-[:ASSIGNED_TO]->(d:Department)
       WHERE d.id = y.id AND o.id <> n.id AND o.text IS NOT NULL RETURN o ORDER BY o.position
     } AS own
WITH *, NOT disclaimed AND size(own) > 0 AS also, reduce(said = '', o IN own | said + CASE said WHEN '' THEN '' ELSE '；' END + o.text) AS said
RETURN departments, [{role: 'a', id: n.id}, {role: 'b', id: s.id}, {role: 'matter', id: m.id}]
       + reduce(all = [], o IN CASE WHEN also THEN own ELSE [] END | all + [{role: 'party', id: o.id}]) AS nodes,
       [n.id, s.id, m.id, ''] AS identity, also, CASE WHEN size(said) > 60 THEN substring(said, 0, 60) + '…' WHEN said ENDS WITH '。' THEN substring(said, 0, size(said) - 1) ELSE said END AS part,
       CASE WHEN also AND alike THEN 'medium' ELSE 'high' END AS severity, silence + weight AS score,
       {power: weight, unanswered: silence} AS parts, x.name AS declarer, m.matter AS matter, e.one AS power, n.party AS party,
       y.name AS holder, e.other AS held, alike AND NOT disclaimed AS alike, alike AND disclaimed AS disclaimed, NOT alike AS unanswered
ORDER BY score DESC, departments[0], n.list, n.position
