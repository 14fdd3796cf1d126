// title: {zh: 依据书写残缺, en: Broken citation}
// description:
//   zh: 书名号不成对，文号缺括号、年份或发文机关代字。
//   en: Brackets that do not pair, or a document number without a bracket, its year or the code of its issuer.
// class: basis
// severity: low
// weight: 0.6
// sentence:
//   zh: “{printed}”书写残缺：{reason_zh}。
//   en: "“{printed}” is broken: {reason_en}."
// columns:
//   printed: {zh: 原文, en: the text as printed, whole: true}
//   reason_zh: {zh: 残缺之处, en: what is broken (Chinese)}
//   reason_en: {zh: 残缺之处（英文）, en: what is broken}
// options: [correct]
MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
WHERE $touched IS NULL OR by.id IN $touched
MATCH (l)<-[s:SHOWS_SLIP {kind: 'broken'}]-(n)
WITH by, l, s, n ORDER BY n.position, s.printed
WITH by, l, s.printed AS printed, min(s.zh) AS reason_zh, min(s.en) AS reason_en,
     collect({role: 'citation', id: n.id, locator: s.locator, quotes: [s.printed]}) AS nodes
RETURN [by.name] AS departments, nodes, [l.id, printed] AS identity,
       printed, reason_zh, reason_en
ORDER BY by.name, printed
