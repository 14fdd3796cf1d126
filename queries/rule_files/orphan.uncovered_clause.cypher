// title: {zh: 职责的一部分没有落到工作事项, en: Part of a duty without tasks}
// description:
//   zh: "职责写了几件事，具体工作事项却没有承接其中的一部分。"
//   en: "A duty says several things, and none of its tasks carries out one of them."
// class: orphan
// severity: medium
// weight: 0.6
// sentence:
//   zh: 职责“{text}”中的“{clause}”没有任何工作事项承接。
//   en: No task carries out “{clause}” in the duty “{text}”.
// columns:
//   text: {zh: 职责, en: the duty}
//   clause: {zh: 没有承接的部分, en: the part that no task carries out}
//   share: {zh: 所占百分比, en: its share in percent}
// parts:
//   share: {zh: "没有承接的部分占职责原文的{share}%", en: "the parts without tasks are {share}% of the duty's text"}
// options: [supplement, delete]
// # Duty.uncovered: clauses of which none of the duty's tasks names anything (graph/analysis/coverage.py); purposes and formulas left out.
MATCH (by:Department)-[:HAS_DUTY]->(d:Duty)
MATCH (l:DutyList {id: d.list})
WHERE ($touched IS NULL OR by.id IN $touched) AND size(coalesce(d.uncovered, [])) > 0
  AND NOT '部门职责' IN coalesce(l.sections_read_in_part, [])
WITH by, d, toFloat(reduce(n = 0, clause IN d.uncovered | n + size(clause))) / size(d.text) AS part
WITH by, d, CASE WHEN part > 1 THEN 1.0 ELSE part END AS part
RETURN [by.name] AS departments, [{role: 'duty', id: d.id}] AS nodes, d.text AS text, d.uncovered AS clause,
       part AS score, {share: part} AS parts, toInteger(round(part * 100)) AS share
ORDER BY by.name, d.list, d.position
