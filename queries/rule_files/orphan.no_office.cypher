// title: {zh: 工作事项无责任股室, en: Task without office}
// description:
//   zh: "工作事项没有写明由哪个股室承办。只看设有责任股室一栏的清单；交办的其他事项不算。"
//   en: "A task without an office. Only lists with a column for it are looked at; “other tasks as assigned” is left out."
// class: orphan
// severity: medium
// weight: 0.7
// sentence:
//   zh: 工作事项“{text}”没有写明责任股室。
//   en: No office is named for the task “{text}”.
// columns:
//   text: {zh: 工作事项, en: the task}
// options: [supplement]
// # Where one cell names the office for several tasks of a duty, a blank one below (behind a page break) may belong to it.
// # High where the task decides over others ($power). Only where the list has a column for the office: many lists have none at all.
MATCH (l:DutyList)<-[:PUBLISHED]-(by:Department)
WHERE ($touched IS NULL OR by.id IN $touched) AND '部门职责/office' IN l.columns
  AND NOT '部门职责' IN coalesce(l.sections_read_in_part, [])
MATCH (t:Task {list: l.id})<-[:HAS_TASK]-(d:Duty)
WHERE t.office IS NULL AND NOT t.text =~ $catch_all
  AND NOT EXISTS {
    MATCH (d)-[:HAS_TASK]->(a:Task)-[one:EXTRACTED_FROM]->(:Document)<-[other:EXTRACTED_FROM]-(b:Task)<-[:HAS_TASK]-(d)
    WHERE a.id < b.id AND a.office = b.office AND one.locator = other.locator
  }
RETURN [by.name] AS departments, [{role: 'task', id: t.id}] AS nodes, t.text AS text,
       CASE WHEN t.text =~ $power THEN 'high' ELSE 'medium' END AS severity
ORDER BY by.name, l.id, t.position
