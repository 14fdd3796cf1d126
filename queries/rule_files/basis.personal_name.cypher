// title: {zh: 清单写有个人姓名, en: Personal name in a list}
// description:
//   zh: 公开的清单写了负责人、联系人的姓名。职责落实到机构和岗位，姓名会随人事变动过时，也涉及个人信息。
//   en: A published list names a person. Duties belong to offices; a name is soon out of date, and is personal data.
// class: basis
// severity: low
// weight: 0.4
// sentence:
//   zh: 清单写有个人姓名：{printed}（共{times}处）。
//   en: "The list names a person: {printed} ({times} place(s))."
// columns:
//   printed: {zh: 原文, en: the text as printed}
//   times: {zh: 处数, en: in how many places}
// options: [delete, correct]
MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
WHERE $touched IS NULL OR by.id IN $touched
MATCH (l)<-[s:SHOWS_SLIP {kind: 'personal'}]-(n)
WITH by, l, s, n ORDER BY n.position, s.printed
WITH by, l, collect(DISTINCT s.printed) AS printed, collect({role: 'text', id: n.id, locator: s.locator, quotes: [s.printed]}) AS nodes
RETURN [by.name] AS departments, nodes, [l.id] AS identity, printed, size(nodes) AS times
ORDER BY by.name, l.id
