// title: {zh: 自己的分工没有写进职责, en: Own part not among the duties}
// description:
//   zh: "部门申报了一个共同管理的事项并给自己分了工，自己的职责和工作事项却没有写到，或者只有一般性的职责。"
//   en: "A department declares a shared matter and gives itself a part that its own duties and tasks do not carry, or only by a general duty."
// class: boundary
// severity: medium
// weight: 0.8
// sentence:
//   zh: “{department}”的清单申报了管理事项“{matter}”并给自己分了工，在自己的职责和工作事项中却未找到对应的内容{near_zh}{grave}{slight}。
//   en: The list of “{department}” declares the shared matter “{matter}” and gives itself a part, but nothing that answers it was found among its own duties and tasks{near_en}{grave}{slight}.
// clauses:
//   grave: {zh: ；该分工事关资金、安全或审批, en: " (money, safety or an approval hangs on it)"}
//   slight: {zh: （只是配合、参与或日常工作）, en: " (it only helps, or it is ordinary work)"}
// columns:
//   department: {zh: 申报部门, en: the declaring department}
//   matter: {zh: 管理事项, en: the matter}
//   near_zh: {zh: 最相近的内容, en: what comes nearest (Chinese)}
//   near_en: {zh: 最相近的内容（英文）, en: what comes nearest}
//   missing: {zh: 对不上的百分比, en: share without a counterpart in percent}
//   grave: {zh: 是否事关资金、安全或审批, en: "whether money, safety or an approval hangs on it"}
//   slight: {zh: 是否只是配合、参与, en: whether it only helps}
// parts:
//   carried:
//     zh: 与本部门的职责和工作事项逐条比对，措辞最接近的也有{missing}%对不上
//     en: "compared text by text with its own duties and tasks, {missing}% has no counterpart even in what comes nearest in words"
// options: [supplement, clarify_boundary, reassign]
// settings:
//   carried: {zh: 自己的职责承接到什么程度才算写到, en: how far its own duties must carry its part, default: 0.3, minimum: 0, maximum: 1}
//   general: {zh: 承接到什么程度就不算重大, en: how far they must carry it to be no grave case, default: 0.2, minimum: 0, maximum: 1}
// # How far its duties carry the part that it gives itself, or the matter by its name, is told by ANSWERED_BY, as for
// # boundary.one_sided. On hand-labelled rows of real lists nine in ten of those below 0.3 are not carried, or only by a general duty.
MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)-[a:ANSWERED_BY]->(by)
WHERE ($touched IS NULL OR by.id IN $touched)
  AND NOT EXISTS { MATCH (by)-[:PUBLISHED]->(l:DutyList) WHERE '部门职责' IN coalesce(l.sections_read_in_part, []) } AND NOT coalesce(n.doubtful, false)
WITH by, m, n, a ORDER BY a.score DESC, n.position
WITH by, m, collect(n)[0] AS n, max(a.score) AS answer, collect(a)[0] AS a
WHERE answer < $carried
WITH by, m, n, a, answer, a.part =~ $helping AS slight, a.part =~ $stakes AS stakes,
     reduce(said = '', text IN a.nearest | said + CASE WHEN text IN [a.nearest[0], a.nearest[1]] THEN '“' + CASE WHEN size(text) > 30 THEN substring(text, 0, 30) + '…' ELSE text END + '”' ELSE '' END) AS near
WITH by, m, n, a, answer, near, slight, stakes AND near = '' AND answer < $general AND NOT slight AS grave
RETURN [by.name] AS departments,
       [{role: 'matter', id: m.id}, {role: 'division', id: n.id}]
       + reduce(all = [], id IN a.near | all + [{role: 'nearest', id: id}]) AS nodes,
       [m.id, n.id] AS identity, 1 - answer AS score, {carried: 1 - answer} AS parts,
       CASE WHEN grave THEN 'high' WHEN slight THEN 'low' ELSE 'medium' END AS severity,
       by.name AS department, m.matter AS matter, grave, slight,
       CASE near WHEN '' THEN '（逐条比对清单各部分' + toString(a.searched) + '条，没有措辞足够相近的）' ELSE '，措辞最接近的是' + near END AS near_zh,
       CASE near WHEN '' THEN ' (none of the ' + toString(a.searched) + ' texts of its list, in all sections, is near enough in words)' ELSE ', where ' + near + ' comes nearest in words' END AS near_en,
       toInteger(round((1 - answer) * 100)) AS missing
ORDER BY by.name, m.list, m.position
