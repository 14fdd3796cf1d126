// title: {zh: 分工未写入对方清单, en: One-sided boundary}
// description:
//   zh: "一份清单在共同管理的事项中给某部门分了工，而这个部门自己的清单没有写到，或者只有一般性的职责。"
//   en: "A list gives a department a part in a shared matter that this department's own list does not mention, or answers only with a general duty."
// class: boundary
// severity: medium
// weight: 0.9
// sentence:
//   zh: “{declarer}”的清单在“{matter}”中{gives_zh}“{department}”{renamed}{part_zh}，{answer_zh}{grave}{slight}。
//   en: The list of “{declarer}” {gives_en} “{department}”{renamed} {part_en} “{matter}”; {answer_en}{grave}{slight}.
// clauses:
//   renamed: {zh: "（印作“{printed}”，{reason_zh}）", en: " (printed as “{printed}”: {reason_en})"}
//   grave: {zh: ；该分工事关资金、安全、审批或处罚, en: " (money, safety, an approval or a penalty hangs on it)"}
//   slight: {zh: （只是配合、参与或日常工作）, en: " (it only helps, or it is ordinary work)"}
// columns:
//   declarer: {zh: 申报部门, en: the declaring department}
//   department: {zh: 被分工的部门, en: the department that is given a part}
//   matter: {zh: 管理事项, en: the matter}
//   renamed: {zh: 是否印的是别的名称, en: whether another name is printed}
//   printed: {zh: 印的名称, en: the name as printed, whole: true}
//   reason_zh: {zh: 为什么认作这个部门, en: why it is taken for this body (Chinese)}
//   reason_en: {zh: 为什么认作这个部门（英文）, en: why it is taken for this body}
//   gives_zh: {zh: 怎样列入（给、把）, en: how it is put in (Chinese)}
//   gives_en: {zh: 怎样列入（英文）, en: how it is put in}
//   part_zh: {zh: 有没有写分工, en: whether its part is said (Chinese)}
//   part_en: {zh: 有没有写分工（英文）, en: whether its part is said}
//   answer_zh: {zh: 该部门清单的回应, en: how its own list answers (Chinese)}
//   answer_en: {zh: 该部门清单的回应（英文）, en: how its own list answers}
//   missing: {zh: 对不上的百分比, en: share without a counterpart in percent}
//   grave: {zh: 是否事关资金、安全、审批或处罚, en: "whether money, safety, an approval or a penalty hangs on it"}
//   slight: {zh: 是否只是配合、参与, en: whether it only helps}
// parts:
//   objects:
//     zh: 与该部门自己的职责和工作事项逐条比对，措辞最接近的也有{missing}%对不上
//     en: "compared text by text with the department's own duties and tasks, {missing}% of the part has no counterpart even in what comes nearest in words"
//   acts:
//     zh: 对得上之处做的是别的事
//     en: where there is a counterpart the department does something else
// options: [clarify_boundary, supplement, reassign]
// settings:
//   answered: {zh: 回应的程度达到多少才算有回应, en: how far a list must answer to count as an answer, default: 0.35, minimum: 0, maximum: 1}
//   general: {zh: 回应的程度达到多少就不算重大, en: how far it must answer to be no grave case, default: 0.2, minimum: 0, maximum: 1}
// reach: region
// # ANSWERED_BY says how far (graph/analysis/boundaries/unanswered_part.py). A list answers, too, when it declares a matter of the same or a
// # containing name. Of several bodies in one cell one answer is enough: each has its share of the text. Lists without
// # duties (rules) cannot answer, and a part that names its own body as partner stands in a wrong row (boundary.swapped). On
// # hand-labelled rows of real lists the mean F1 of missing and mirrored parts lies between
// # 0.85 and 0.91 for every value of `answered` from 0.30 to 0.45; what lies below 0.2 is nearly always missing.
MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)-[a:ANSWERED_BY]->(d:Department)
WHERE NOT coalesce(n.doubtful, false)
  AND ($touched IS NULL OR by.id IN $touched OR EXISTS { MATCH (n)-[:ANSWERED_BY]->(t:Department) WHERE t.id IN $touched })
  AND NOT EXISTS { (n)-[:NAMES {role: 'partner'}]->(:Department) }
WITH by, m, n, collect({
       department: d, score: a.score, objects: a.objects, nearest: a.nearest, near: a.near, searched: a.searched, part: a.part,
       declares: d = by OR EXISTS {
         MATCH (d)<-[:DECLARED_BY]-(own:SharedMatter)
         WHERE own.matter <> '' AND m.matter <> '' AND (own.matter CONTAINS m.matter OR m.matter CONTAINS own.matter)
       },
       in_part: EXISTS {
         MATCH (d)-[:PUBLISHED]->(l:DutyList)
         WHERE any(section IN ['部门职责', '职责边界'] WHERE section IN coalesce(l.sections_read_in_part, []))
       }
     }) AS bodies
WHERE all(body IN bodies WHERE body.score < $answered AND NOT body.declares AND NOT body.in_part)
UNWIND bodies AS body
WITH by, m, n, body, body.department AS d, body.part =~ $helping AS slight, coalesce(n.text, '') = '' AS silent, body.part =~ $stakes OR body.part =~ $penal AS stakes,
     reduce(said = '', text IN body.nearest | said + CASE WHEN text IN [body.nearest[0], body.nearest[1]] THEN '“' + CASE WHEN size(text) > 30 THEN substring(text, 0, 30) + '…' ELSE text END + '”' ELSE '' END) AS near
WHERE $touched IS NULL OR by.id IN $touched OR d.id IN $touched
WITH by, m, n, body, d, near, slight, silent, stakes,
     COLLECT { MATCH (n)-[to:ASSIGNED_TO]->(x:Department) WHERE x.id = d.id AND NOT to.reason =~ '(名称相同|是部门全称).*' RETURN to ORDER BY to.printed } AS names
WITH by, m, n, body, d, near, slight, silent, stakes AND near = '' AND body.score < $general AND NOT slight AND NOT silent AS grave,
     reduce(said = '', to IN names | said + CASE said WHEN '' THEN '' ELSE '、' END + to.printed) AS printed,
     split(coalesce(head(names).reason, ''), ' / ') AS reasons
RETURN [by.name, d.name] AS departments,
       [{role: 'division', id: n.id}, {role: 'department', id: d.id}]
       + reduce(all = [], id IN body.near | all + [{role: 'nearest', id: id}]) AS nodes,
       [n.id, d.id] AS identity, 1 - body.score AS score, {objects: 1 - body.objects, acts: body.objects - body.score} AS parts,
       CASE WHEN grave THEN 'high' WHEN slight OR silent THEN 'low' ELSE 'medium' END AS severity,
       by.name AS declarer, d.name AS department, m.matter AS matter, grave, slight,
       CASE WHEN silent THEN '把' ELSE '给' END AS gives_zh, CASE WHEN silent THEN '列为一方，没有写做什么' ELSE '分了工' END AS part_zh,
       CASE WHEN silent THEN 'names' ELSE 'gives' END AS gives_en, CASE WHEN silent THEN 'as a party, without saying for what, to' ELSE 'a part in' END AS part_en,
       printed <> '' AS renamed, printed, head(reasons) AS reason_zh, last(reasons) AS reason_en,
       toInteger(round((1 - body.objects) * 100)) AS missing,
       '在后者自己的清单中未找到对应的内容' + CASE near
         WHEN '' THEN '（逐条比对清单各部分' + toString(body.searched) + '条，没有措辞足够相近的）'
         ELSE '，措辞最接近的是' + near END AS answer_zh,
       "nothing that answers it was found in that department's own list" + CASE near
         WHEN '' THEN ' (none of the ' + toString(body.searched) + ' texts of its list, in all sections, is near enough in words)'
         ELSE ', where ' + near + ' comes nearest in words' END AS answer_en
ORDER BY by.name, n.list, n.position, d.name
