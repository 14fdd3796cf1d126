// title: {zh: 写有已取消的制度或机构, en: Abolished institution or body}
// description:
//   zh: 清单写到的制度或机构，在清单形成之前已经取消或撤并。清单的年份取标题所写的年份，没有的取所引文件最晚的年份；两者都没有的不列。
//   en: The list speaks of an institution or body that had been abolished before it was made. Its year is that of its title, or of the latest document that it cites; lists without either are left out.
// class: basis
// severity: medium
// weight: 0.55
// sentence:
//   zh: 清单中的“{printed}”{reason_zh}（共{times}处）。
//   en: "“{printed}” in the list: {reason_en} ({times} place(s))."
// columns:
//   printed: {zh: 原文, en: the text as printed}
//   reason_zh: {zh: 何时取消, en: when it was abolished (Chinese)}
//   reason_en: {zh: 何时取消（英文）, en: when it was abolished}
//   times: {zh: 处数, en: in how many places}
// options: [replace, delete]
// # The terms and their dates stand in graph/analysis/slips/abolished_terms.yaml.
MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
WHERE $touched IS NULL OR by.id IN $touched
MATCH (l)<-[s:SHOWS_SLIP {kind: 'abolished'}]-(n)
WITH by, l, s, n ORDER BY n.position, s.printed
WITH by, l, s.about AS about, collect(DISTINCT s.printed) AS printed, min(s.zh) AS reason_zh, min(s.en) AS reason_en,
     collect({role: 'text', id: n.id, locator: s.locator, quotes: [s.printed]}) AS nodes
RETURN [by.name] AS departments, nodes, [l.id, about] AS identity, printed, reason_zh, reason_en, size(nodes) AS times
ORDER BY by.name, l.id, about
