// title: {zh: 同一证件名称不统一, en: One licence under two names}
// description:
//   zh: 同一处文字用两个名称写同一种许可证、资格证，执行时会以为是两种证，应当统一。
//   en: One text calls a licence by two names, as if there were two; the name should be one.
// class: basis
// severity: low
// weight: 0.45
// sentence:
//   zh: "{reason_zh}，同一处文字用了不同的名称，应当统一。"
//   en: "{reason_en}, called by different names in one text."
// columns:
//   reason_zh: {zh: 哪些名称, en: which names (Chinese)}
//   reason_en: {zh: 哪些名称（英文）, en: which names}
// options: [correct]
// # The names stand in graph/analysis/slips/licence_names.yaml.
MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
WHERE $touched IS NULL OR by.id IN $touched
MATCH (l)<-[s:SHOWS_SLIP {kind: 'licence'}]-(n)
WITH by, l, n, s ORDER BY n.position, s.printed
WITH by, l, n, s.about AS about, min(s.zh) AS reason_zh, min(s.en) AS reason_en,
     collect({role: 'text', id: n.id, locator: s.locator, quotes: [s.printed]}) AS nodes
RETURN [by.name] AS departments, nodes, [n.id, about] AS identity, reason_zh, reason_en
ORDER BY by.name, l.id, n.position, about
