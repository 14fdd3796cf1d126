// title: {zh: 单边边界, en: One-sided boundary}
// description:
//   zh: "一份清单在共同管理的事项中给某部门分了工，而这个部门自己的清单没有写到，或者只有一般性的职责。"
//   en: "A list gives a department a part in a shared matter that this department's own list does not mention, or answers only with a general duty."
// class: boundary
// severity: high
// weight: 0.9
// sentence:
//   zh: “{declarer}”的清单在“{matter}”中给“{department}”分了工，{answer_zh}。
//   en: The list of “{declarer}” gives “{department}” a part in “{matter}”; {answer_en}.
// columns:
//   declarer: {zh: 申报部门, en: the declaring department}
//   department: {zh: 被分工的部门, en: the department that is given a part}
//   matter: {zh: 管理事项, en: the matter}
//   answer_zh: {zh: 该部门清单的回应, en: how its own list answers (Chinese)}
//   answer_en: {zh: 该部门清单的回应（英文）, en: how its own list answers}
//   share: {zh: 写到的百分比, en: share that is named in percent}
//   nearest: {zh: 该部门清单中最接近的内容, en: what comes nearest in its own list}
// parts:
//   objects:
//     zh: 分工所说的事，该部门自己的职责和工作事项写到了{share}%
//     en: "{share}% of what the part is about occurs in the department's own duties and tasks"
//   acts:
//     zh: 写到之处做的是别的事，最接近的是“{nearest}”
//     en: where it occurs the department does something else; “{nearest}” comes nearest
// options: [clarify_boundary, supplement, delete]
// settings:
//   answered: {zh: 回应的程度达到多少才算有回应, en: how far a list must answer to count as an answer, default: 0.35, minimum: 0, maximum: 1}
//   general: {zh: 回应的程度达到多少算有一般性职责, en: how far it must answer to count as a general duty, default: 0.2, minimum: 0, maximum: 1}
// reach: region
// # ANSWERED_BY says how far (graph/analysis/boundaries/unanswered_part.py). A list answers, too, when it declares a matter of the same or a
// # containing name. Of several bodies in one cell one answer is enough: each has its share of the text. Lists without
// # duties (rules) cannot answer. On hand-labelled rows of real lists the mean F1 of missing and mirrored parts lies between
// # 0.85 and 0.91 for every value of `answered` from 0.30 to 0.45; what lies below 0.2 is nearly always missing.
MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)-[a:ANSWERED_BY]->(d:Department)
WHERE $touched IS NULL OR by.id IN $touched OR EXISTS { MATCH (n)-[:ANSWERED_BY]->(t:Department) WHERE t.id IN $touched }
WITH by, m, n, collect({
       department: d, score: a.score, objects: a.objects, nearest: a.nearest,
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
WITH by, m, n, body, body.department AS d,
     CASE WHEN body.score < $general THEN '' ELSE substring(body.nearest, 0, 40) END AS duty
WHERE $touched IS NULL OR by.id IN $touched OR d.id IN $touched
RETURN [by.name, d.name] AS departments, [{role: 'division', id: n.id}, {role: 'department', id: d.id}] AS nodes,
       1 - body.score AS score, {objects: 1 - body.objects, acts: body.objects - body.score} AS parts,
       by.name AS declarer, d.name AS department, m.matter AS matter, body.nearest AS nearest,
       toInteger(round(body.objects * 100)) AS share,
       CASE duty WHEN '' THEN '后者自己的清单没有相应的内容'
                 ELSE '后者自己的清单没有写到这件事，只有相近的一般性职责“' + duty + '”' END AS answer_zh,
       CASE duty WHEN '' THEN "that department's own list does not answer"
                 ELSE "that department's own list does not name it and has only a general duty, “" + duty + '”' END AS answer_en
ORDER BY by.name, n.list, n.position, d.name
