// title: {zh: 股室工作事项过多, en: Overloaded office}
// description:
//   zh: "一个股室承担的工作事项明显多于本部门其他股室。"
//   en: "An office carries out far more tasks than the other offices of its department."
// class: load
// severity: low
// weight: 0.5
// sentence:
//   zh: "{department}“{office}”名下列有{tasks}条工作事项，本部门各股室的中位数为{usual}条；条数不等于工作量，供核对分工时参考。"
//   en: "“{office}” of {department} is listed with {tasks} tasks, the offices of the department have {usual} in the median; entries are not workload, but may be worth a look."
// columns:
//   department: {zh: 部门, en: the department}
//   office: {zh: 责任股室, en: the office}
//   tasks: {zh: 工作事项数, en: its tasks}
//   usual: {zh: 各股室的中位数, en: the median of the offices}
// parts:
//   excess: {zh: "超出中位数的部分占{tasks}项的比例", en: "the share of its {tasks} tasks that is above the median"}
// options: [delegate, merge]
// settings:
//   min_tasks: {zh: 至少多少项才算多, en: how many tasks are many, default: 15, minimum: 1, maximum: 1000}
//   outlier: {zh: 偏离中位数的倍数, en: how far from the median, default: 3.5, minimum: 0, maximum: 100}
// # The modified z-score of Iglewicz and Hoaglin (1993, "How to detect and handle outliers"): 0.6745 times the distance from
// # the median by the median of all distances (at least 1); above 3.5 counts as an outlier. A dozen tasks are no load: readers saw none there.
MATCH (by:Department)-[:HAS_OFFICE]->(o:Office)<-[:HANDLED_BY]-(t:Task)
MATCH (l:DutyList {id: t.list})
WHERE ($touched IS NULL OR by.id IN $touched) AND NOT '部门职责' IN coalesce(l.sections_read_in_part, [])
WITH by, o, count(DISTINCT t) AS tasks
WITH by, collect({id: o.id, name: o.name, tasks: tasks}) AS offices, percentileCont(tasks, 0.5) AS usual
UNWIND offices AS office
WITH by, offices, usual, percentileCont(abs(office.tasks - usual), 0.5) AS spread
UNWIND offices AS office
WITH by, office, usual, CASE WHEN spread < 1 THEN 1.0 ELSE spread END AS spread
WHERE office.tasks >= $min_tasks AND 0.6745 * (office.tasks - usual) / spread > $outlier
RETURN [by.name] AS departments, [{role: 'office', id: office.id}] AS nodes, by.name AS department, office.name AS office, office.tasks AS tasks,
       toInteger(round(usual)) AS usual, (office.tasks - usual) / office.tasks AS score,
       {excess: (office.tasks - usual) / office.tasks} AS parts
ORDER BY by.name, tasks DESC, office
