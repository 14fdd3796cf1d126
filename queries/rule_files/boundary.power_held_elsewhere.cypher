// kind: boundary.conflict
// title: {zh: 权力写在两家名下, en: Power held elsewhere}
// description:
//   zh: "分给一家的权力写在另一家的职责中：文字几乎相同；或者文字不同而分到的部门自己的清单没有写到。"
//   en: "A power that one body is given stands among the duties of another: nearly word for word, or in other words while the list of the body that is given it does not answer."
// class: boundary
// severity: high
// weight: 0.95
// sentence:
//   zh: “{declarer}”的清单在“{matter}”中把“{power}”分给“{party}”，{unanswered}“{holder}”自己的职责{alike}写有“{held}”。
//   en: In “{matter}” the list of “{declarer}” gives “{power}” to “{party}”, {alike}{unanswered}“{holder}” has “{held}” among its own duties.
// clauses:
//   alike: {zh: 也, en: "and "}
//   unanswered: {zh: 后者自己的清单没有相应的内容，而, en: "whose own list does not answer, while "}
// columns:
//   declarer: {zh: 申报部门, en: the declaring department, whole: true}
//   matter: {zh: 管理事项, en: the matter, whole: true}
//   power: {zh: 分给别家的权力, en: the power that is given, whole: true}
//   party: {zh: 分到的部门, en: the body that is given it, whole: true}
//   holder: {zh: 自己的职责写有它的部门, en: the body that has it among its own duties, whole: true}
//   held: {zh: 它写的内容, en: what its own list says, whole: true}
//   alike: {zh: 两处文字是否几乎相同, en: whether the texts are nearly the same}
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
  MATCH (y:Department)-[:PUBLISHED]->(:DutyList {id: s.list})
  WHERE $touched IS NULL OR x.id IN $touched OR y.id IN $touched
  RETURN x, m, n, e, s, y, CASE WHEN x = y THEN [x.name] ELSE [x.name, y.name] END AS departments,
         true AS alike, 0.0 AS silence, e.score AS weight
  UNION ALL
  MATCH (x:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)-[e:HELD_BY]->(s:Duty|Task)
  MATCH (y:Department)-[:PUBLISHED]->(:DutyList {id: s.list})
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
RETURN departments, [{role: 'a', id: n.id}, {role: 'b', id: s.id}, {role: 'matter', id: m.id}] AS nodes, silence + weight AS score,
       {power: weight, unanswered: silence} AS parts, x.name AS declarer, m.matter AS matter, e.one AS power, n.party AS party,
       y.name AS holder, e.other AS held, alike, NOT alike AS unanswered
ORDER BY score DESC, departments[0], n.list, n.position
