// title: {zh: 职责的一部分没有落到工作事项, en: Part of a duty without tasks}
// description:
//   zh: "职责写了几件事，具体工作事项却没有承接其中的一部分。"
//   en: "A duty says several things, and none of its tasks carries out one of them."
// class: orphan
// severity: medium
// weight: 0.6
// sentence:
//   zh: 职责“{text}”中的“{clause}”，所列{tasks}项工作事项都没有承接。
//   en: None of the {tasks} tasks of the duty “{text}” carries out “{clause}”.
// columns:
//   text: {zh: 职责, en: the duty}
//   clause: {zh: 没有承接的部分, en: the part that no task carries out, whole: true}
//   tasks: {zh: 工作事项数, en: how many tasks it has}
//   share: {zh: 所占百分比, en: its share in percent}
// parts:
//   share: {zh: "没有承接的部分占职责原文的{share}%", en: "the parts without tasks are {share}% of the duty's text"}
// options: [supplement, delete]
// # Medium where half of the duty is left out, or a part that decides over others ($power) or is in charge of a field ($in_charge),
// # and the part does more than help another body ($assisting) or set up how the rest is done ($means). Duty.uncovered: clauses of which none of the duty's tasks names anything (graph/analysis/coverage.py); purposes and formulas left out.
MATCH (by:Department)-[:HAS_DUTY]->(d:Duty)
MATCH (l:DutyList {id: d.list})
WHERE ($touched IS NULL OR by.id IN $touched) AND size(coalesce(d.uncovered, [])) > 0
  AND NOT '部门职责' IN coalesce(l.sections_read_in_part, [])
WITH by, d, toFloat(reduce(n = 0, clause IN d.uncovered | n + size(clause))) / size(d.text) AS part
WITH by, d, CASE WHEN part > 1 THEN 1.0 ELSE part END AS part,
     COLLECT { MATCH (d)-[:HAS_TASK]->(t:Task) RETURN t.id ORDER BY t.position } AS tasks
RETURN [by.name] AS departments, [{role: 'duty', id: d.id, quotes: d.uncovered}] + [id IN tasks | {role: 'task', id: id}] AS nodes, [d.id, ''] AS identity,
       d.text AS text, reduce(said = head(d.uncovered), one IN tail(d.uncovered) | said + '”“' + one) AS clause, size(tasks) AS tasks,
       CASE WHEN any(one IN d.uncovered WHERE NOT one =~ $assisting AND NOT one =~ $means AND (part >= 0.5 OR one =~ $power OR one =~ $in_charge)) THEN 'medium' ELSE 'low' END AS severity,
       part AS score, {share: part} AS parts, toInteger(round(part * 100)) AS share
ORDER BY by.name, d.list, d.position
