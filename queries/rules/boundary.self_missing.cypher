// title: {zh: 申报部门不在各方之中, en: Declaring department is no party}
// class: boundary
// severity: medium
// weight: 0.8
// sentence:
//   zh: “{department}”的清单申报了管理事项“{matter}”，各方（{parties}）之中却没有它自己。
//   en: The list of “{department}” declares the shared matter “{matter}”, but it is none of the parties ({parties}).
// columns:
//   department: {zh: 申报部门, en: the declaring department}
//   matter: {zh: 管理事项, en: the matter}
//   parties: {zh: 各方（原文）, en: parties as printed}
// options: [clarify_boundary, supplement]
// # A blank party may be the department itself; boundary.vague reports it.
MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)
WHERE ($touched IS NULL OR by.id IN $touched)
  AND EXISTS { (m)<-[:ABOUT]-(:Division) }
  AND NOT EXISTS { (m)<-[:ABOUT]-(:Division)-[:ASSIGNED_TO]->(by) }
  AND NOT EXISTS { (m)<-[:ABOUT]-(:Division {party: ''}) }
RETURN [by.name] AS departments, [{role: 'matter', id: m.id}] AS nodes, by.name AS department, m.matter AS matter,
       COLLECT { MATCH (m)<-[:ABOUT]-(n:Division) RETURN n.party ORDER BY n.position } AS parties
ORDER BY by.name, m.list, m.position
