// title: {zh: 申报部门不在各方之中, en: The declaring department is no party}
// description:
//   zh: "部门申报了一个共同管理的事项，各方之中却没有它自己，看不出它管什么。"
//   en: "A department declares a shared matter but is none of its parties, so that nobody can tell what it does in it."
// class: boundary
// severity: medium
// weight: 0.8
// sentence:
//   zh: “{department}”的清单申报了管理事项“{matter}”，各方（{parties}）之中却没有它自己{grave}。
//   en: The list of “{department}” declares the shared matter “{matter}”, but is none of its parties ({parties}){grave}.
// clauses:
//   grave: {zh: （事关资金、安全或审批）, en: " (money, safety or an approval hangs on it)"}
// columns:
//   department: {zh: 申报部门, en: the declaring department}
//   matter: {zh: 管理事项, en: the matter}
//   parties: {zh: 各方, en: the parties, whole: true}
//   grave: {zh: 是否事关资金、安全或审批, en: "whether money, safety or an approval hangs on it"}
// options: [supplement, clarify_boundary, reassign]
// # Who draws the boundaries between others (kind: boundaries) is no party to them. A blank party may be the department itself; boundary.vague reports it. So may a party that is one of its own offices
// # (NAMES with the role office: graph/analysis/boundaries/own_office.py).
MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)
MATCH (l:DutyList {id: m.list})
WHERE ($touched IS NULL OR by.id IN $touched) AND coalesce(l.kind, 'duties') <> 'boundaries'
  AND NOT '职责边界' IN coalesce(l.sections_read_in_part, [])
  AND EXISTS { (m)<-[:ABOUT]-(:Division) }
  AND NOT EXISTS { (m)<-[:ABOUT]-(:Division)-[:ASSIGNED_TO]->(by) }
  AND NOT EXISTS { (m)<-[:ABOUT]-(:Division)-[:NAMES {role: 'office'}]->(by) }
  AND NOT EXISTS { (m)<-[:ABOUT]-(:Division {party: ''}) }
WITH by, m, m.matter =~ $stakes AS grave, COLLECT { MATCH (m)<-[:ABOUT]-(n:Division) RETURN n ORDER BY n.position } AS rows
RETURN [by.name] AS departments,
       [{role: 'matter', id: m.id}] + reduce(all = [], n IN rows | all + [{role: 'party', id: n.id}]) AS nodes,
       [m.id] AS identity, CASE WHEN grave THEN 'high' ELSE 'medium' END AS severity,
       by.name AS department, m.matter AS matter, grave,
       reduce(all = '', n IN rows | all + CASE all WHEN '' THEN '' ELSE '、' END + n.party) AS parties
ORDER BY by.name, m.list, m.position
