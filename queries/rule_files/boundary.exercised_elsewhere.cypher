// title: {zh: 列有的权力目前由别家行使, en: Listed power that another body exercises}
// description:
//   zh: 清单列了一项权力，同时写明目前由别的机关实施。应当明确是收回、委托还是移交，由谁承担责任。
//   en: A list has a power and says itself that another body exercises it at present. It should say whether it is delegated or handed over, and who answers for it.
// class: boundary
// severity: medium
// weight: 0.65
// sentence:
//   zh: 清单自己写明“{printed}”：权力列在本部门，实际由“{who}”行使（共{times}处）。
//   en: "The list itself says “{printed}”: the power is listed here, and “{who}” exercises it ({times} place(s))."
// columns:
//   printed: {zh: 原文, en: the text as printed}
//   who: {zh: 由谁行使, en: who exercises it}
//   times: {zh: 处数, en: in how many places}
// options: [clarify_boundary, reassign, delete]
MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
WHERE $touched IS NULL OR by.id IN $touched
MATCH (l)<-[s:SHOWS_SLIP {kind: 'exercised'}]-(n)
WITH by, l, s, n ORDER BY n.position, s.printed
WITH by, l, s.about AS who, collect(DISTINCT s.printed) AS printed, collect({role: 'text', id: n.id, locator: s.locator, quotes: [s.printed]}) AS nodes
RETURN [by.name] AS departments, nodes, [l.id, who] AS identity, printed, who, size(nodes) AS times
ORDER BY by.name, l.id, who
