// title: {zh: 写成了上级的口吻, en: Words of a higher level}
// description:
//   zh: 区、县的清单写有“各县（市、区）”“负责全市……”这样只有市以上才有的工作：文字可能是照抄上级的，须改为本级的职责。
//   en: The list of a district or county speaks of 各县（市、区） or of work for the whole city, which only a city or province has. The text may have been taken over from there.
// class: basis
// severity: medium
// weight: 0.4
// sentence:
//   zh: 清单中的“{printed}”不是区、县一级的说法：{reason_zh}（共{times}处）。
//   en: "“{printed}” does not fit the list of a district or county: {reason_en} ({times} place(s))."
// columns:
//   printed: {zh: 原文, en: the text as printed}
//   reason_zh: {zh: 理由, en: why (Chinese)}
//   reason_en: {zh: 理由（英文）, en: why}
//   times: {zh: 处数, en: in how many places}
// options: [correct]
MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
WHERE $touched IS NULL OR by.id IN $touched
MATCH (l)<-[s:SHOWS_SLIP {kind: 'other_level'}]-(n)
WITH by, l, s, n ORDER BY n.position, s.printed
WITH by, l, s.about AS about, collect(DISTINCT s.printed) AS printed, min(s.zh) AS reason_zh, min(s.en) AS reason_en,
     collect({role: 'text', id: n.id, locator: s.locator, quotes: [s.printed]}) AS nodes
RETURN [by.name] AS departments, nodes, [l.id, about] AS identity, printed, reason_zh, reason_en, size(nodes) AS times
ORDER BY by.name, l.id, about
