// title: {zh: 单边边界, en: One-sided boundary}
// class: boundary
// severity: high
// weight: 0.9
// sentence:
//   zh: “{declarer}”的清单在“{matter}”中给“{department}”分了工，后者自己的清单没有相应的内容。
//   en: The list of “{declarer}” gives “{department}” a part in “{matter}”; that department's own list does not answer.
// columns:
//   declarer: {zh: 申报部门, en: the declaring department}
//   department: {zh: 被分工的部门, en: the department that is given a part}
//   matter: {zh: 管理事项, en: the matter}
//   share: {zh: 百分比, en: share in percent}
// parts:
//   wording:
//     zh: 分工的用词有{share}%见于该部门自己的职责和工作事项
//     en: "{share}% of the part's wording occurs in the department's own duties and tasks"
// options: [clarify_boundary, supplement, delete]
// settings:
//   min_wording:
//     zh: 视为有回应的用词比例下限
//     en: least share of wording that counts as an answer
//     default: 0.4
//     minimum: 0
//     maximum: 1
// reach: region
// # A list answers when it declares a matter of the same or a containing name, or when its duties and tasks use at least
// # `min_wording` of the two-character terms of the part it is given. Of several bodies in one cell one answer is enough:
// # each has its share of the text. Lists without duties (rules) cannot answer and are left out.
// # Measured on hand-labelled rows of real lists, the mean F1 of answered and unanswered is 0.88 at 35 %, 0.91 at 40 % and
// # 0.89 at 45 %.
MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)-[:ASSIGNED_TO]->(d:Department {listed: true})
WHERE EXISTS { (d)-[:HAS_DUTY]->(:Duty) }
  AND ($touched IS NULL OR by.id IN $touched OR EXISTS { MATCH (n)-[:ASSIGNED_TO]->(t:Department) WHERE t.id IN $touched })
WITH by, m, n, d, coalesce(n.text, m.matter) AS part
WITH by, m, n, d, [i IN range(0, size(part) - 2) | substring(part, i, 2)] AS terms
WITH d, collect({by: by, m: m, n: n, terms: [term IN terms WHERE none(c IN $separators WHERE term CONTAINS c)]}) AS rows
WITH d, rows, COLLECT {
       MATCH (d)-[:HAS_DUTY]->(duty:Duty)
       RETURN duty.text + reduce(all = '', text IN COLLECT { MATCH (duty)-[:HAS_TASK]->(t:Task) RETURN t.text } | all + '。' + text)
     } AS texts
WITH d, rows, reduce(all = '', text IN texts | all + '。' + text) AS own
UNWIND rows AS row
WITH d, own, row.by AS by, row.m AS m, row.n AS n, row.terms AS terms
WITH d, by, m, n, size([term IN terms WHERE own CONTAINS term]) AS used, size(terms) AS printed
WITH by, m, n, collect({department: d, wording: CASE
       WHEN d = by OR EXISTS {
         MATCH (d)<-[:DECLARED_BY]-(own:SharedMatter)
         WHERE own.matter <> '' AND m.matter <> '' AND (own.matter CONTAINS m.matter OR m.matter CONTAINS own.matter)
       } THEN 1.0
       WHEN printed = 0 THEN 0.0
       ELSE toFloat(used) / printed
     END}) AS bodies
WHERE all(body IN bodies WHERE body.wording < $min_wording)
UNWIND bodies AS body
WITH by, m, n, body.department AS d, body.wording AS wording
WHERE $touched IS NULL OR by.id IN $touched OR d.id IN $touched
RETURN [by.name, d.name] AS departments, [{role: 'division', id: n.id}, {role: 'department', id: d.id}] AS nodes,
       1 - wording AS score, {wording: wording} AS parts,
       by.name AS declarer, d.name AS department, m.matter AS matter, toInteger(round(wording * 100)) AS share
ORDER BY by.name, n.list, n.position, d.name
