// title: {zh: 申报部门缺位, en: Declaring department is missing}
// description:
//   zh: "部门申报了一个共同管理的事项，各方之中却没有它自己；或者它给自己分了工，自己的职责却没有写到。"
//   en: "A department declares a shared matter but is none of its parties, or gives itself a part that its own duties do not carry."
// class: boundary
// severity: medium
// weight: 0.8
// sentence:
//   zh: “{department}”的清单申报了管理事项“{matter}”，{gap_zh}。
//   en: The list of “{department}” declares the shared matter “{matter}”, but {gap_en}.
// columns:
//   department: {zh: 申报部门, en: the declaring department}
//   matter: {zh: 管理事项, en: the matter}
//   gap_zh: {zh: 缺什么, en: what is missing (Chinese)}
//   gap_en: {zh: 缺什么（英文）, en: what is missing}
//   share: {zh: 写到的百分比, en: share that is carried in percent}
// parts:
//   carried:
//     zh: 本部门的职责和工作事项承接了{share}%
//     en: its own duties and tasks carry {share}% of it
// options: [clarify_boundary, supplement]
// settings:
//   carried: {zh: 自己的职责承接到什么程度才算写到, en: how far its own duties must carry its part, default: 0.3, minimum: 0, maximum: 1}
//   general: {zh: 承接到什么程度算有一般性职责, en: how far they must carry it to count as a general duty, default: 0.2, minimum: 0, maximum: 1}
// # A blank party may be the department itself; boundary.vague reports it. How far its duties carry the part that it gives
// # itself, or the matter by its name, is told by ANSWERED_BY, as for boundary.one_sided. On hand-labelled rows of real
// # lists nine in ten of those below 0.3 are not carried, or only by a general duty.
CALL {
  MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)
  MATCH (l:DutyList {id: m.list})
  WHERE ($touched IS NULL OR by.id IN $touched)
    AND NOT '职责边界' IN coalesce(l.sections_read_in_part, [])
    AND EXISTS { (m)<-[:ABOUT]-(:Division) }
    AND NOT EXISTS { (m)<-[:ABOUT]-(:Division)-[:ASSIGNED_TO]->(by) }
    AND NOT EXISTS { (m)<-[:ABOUT]-(:Division {party: ''}) }
  WITH by, m, reduce(all = '', party IN COLLECT { MATCH (m)<-[:ABOUT]-(n:Division) RETURN n.party ORDER BY n.position } |
                     all + CASE all WHEN '' THEN '' ELSE '、' END + party) AS parties
  RETURN by, m, 0.0 AS answer, '各方（' + parties + '）之中却没有它自己' AS gap_zh,
         'is none of the parties (' + parties + ')' AS gap_en, [{role: 'matter', id: m.id}] AS nodes
  UNION ALL
  MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)-[a:ANSWERED_BY]->(by)
  MATCH (l:DutyList {id: m.list})
  WHERE ($touched IS NULL OR by.id IN $touched)
    AND NOT '部门职责' IN coalesce(l.sections_read_in_part, [])
  WITH by, m, n, a ORDER BY a.score DESC, n.position
  WITH by, m, collect(n)[0] AS n, max(a.score) AS answer, collect(a.nearest)[0] AS nearest
  WHERE answer < $carried
  WITH by, m, n, answer, CASE WHEN answer < $general THEN '' ELSE substring(nearest, 0, 40) END AS duty
  RETURN by, m, answer,
         CASE duty WHEN '' THEN '给自己的分工在自己的职责和工作事项中却没有写到'
                   ELSE '给自己的分工在自己的职责和工作事项中却没有写到，只有相近的一般性职责“' + duty + '”' END AS gap_zh,
         CASE duty WHEN '' THEN 'its own duties and tasks do not carry the part that it gives itself'
                   ELSE 'for the part that it gives itself it has only a general duty, “' + duty + '”' END AS gap_en,
         [{role: 'matter', id: m.id}, {role: 'division', id: n.id}] AS nodes
}
RETURN [by.name] AS departments, nodes, 1 - answer AS score, {carried: 1 - answer} AS parts, by.name AS department,
       m.matter AS matter, gap_zh, gap_en, toInteger(round(answer * 100)) AS share
ORDER BY by.name, m.list, m.position
