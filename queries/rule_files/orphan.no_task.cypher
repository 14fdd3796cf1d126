// title: {zh: 职责无工作事项, en: Duty without tasks}
// description:
//   zh: "主要职责下没有列出任何具体工作事项。只看设有工作事项一栏的清单；各部门都有的日常事务（机关党建、财务，交办的其他事项等）不算。"
//   en: "A duty that lists no task. Only lists with a column for tasks are looked at; what every body does (its own house, other tasks as assigned) is left out."
// class: orphan
// severity: medium
// weight: 0.8
// sentence:
//   zh: "{department}的职责“{text}”没有列出任何具体工作事项{unclear}。"
//   en: The duty “{text}” of {department} lists no task{unclear}.
// clauses:
//   unclear: {zh: ，看不出由谁做、怎么做, en: ", so nobody is seen to carry it out"}
// columns:
//   department: {zh: 部门, en: the department}
//   text: {zh: 职责, en: the duty}
//   unclear: {zh: 职责本身是否没有写明帮谁做什么, en: whether the duty itself does not say whom it helps with what}
// options: [supplement, merge, delete]
// # Duty.routine: what every body does (graph/analysis/coverage.py). High where the duty decides over others ($power), low where it only helps another body ($assisting).
MATCH (l:DutyList)<-[:PUBLISHED]-(by:Department)
WHERE ($touched IS NULL OR by.id IN $touched) AND '部门职责/task' IN l.columns
  AND NOT '部门职责' IN coalesce(l.sections_read_in_part, [])
MATCH (d:Duty {list: l.id})
WHERE NOT EXISTS { (d)-[:HAS_TASK]->(:Task) } AND NOT coalesce(d.routine, false)
RETURN [by.name] AS departments, [{role: 'duty', id: d.id}] AS nodes, by.name AS department, d.text AS text, NOT d.text =~ $assisting AS unclear,
       CASE WHEN d.text =~ $assisting THEN 'low' WHEN d.text =~ $power THEN 'high' ELSE 'medium' END AS severity
ORDER BY by.name, l.id, d.position
