// title: {zh: 疑照抄外地, en: Traces of another place}
// description:
//   zh: 出现了与本地及其上级无关的地名、机关或文号：文字可能是照抄来的，内容未必适用。
//   en: A place, body or document number that has nothing to do with the region of the list or what it lies in. The text may have been copied and may not apply.
// class: basis
// severity: high
// weight: 0.5
// sentence:
//   zh: 清单中的“{printed}”疑为照抄留下的：{reason_zh}（共{times}处）。
//   en: "“{printed}” seems to be left over from copying: {reason_en} ({times} place(s))."
// columns:
//   printed: {zh: 原文, en: the text as printed}
//   reason_zh: {zh: 理由, en: why (Chinese)}
//   reason_en: {zh: 理由（英文）, en: why}
//   times: {zh: 处数, en: in how many places}
// options: [correct, replace]
// # Slips about one place are one finding for a list, however often they occur.
MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
WHERE $touched IS NULL OR by.id IN $touched
MATCH (l)<-[s:SHOWS_SLIP {kind: 'foreign'}]-(n)
WITH by, l, s, n ORDER BY n.position, s.printed
WITH by, l, s.about AS about, max(s.score) AS score, collect(DISTINCT s.printed) AS printed,
     collect(DISTINCT s.zh) AS zh, collect(DISTINCT s.en) AS en,
     sum(s.times) AS times,
     collect({role: 'text', id: n.id, locator: s.locator, quotes: [s.printed]}) AS nodes
RETURN [by.name] AS departments, nodes, [l.id, about] AS identity, score,
       CASE WHEN score < 1 THEN 'low' ELSE 'high' END AS severity,
       printed, reduce(all = zh[0], one IN tail(zh) | all + '；' + one) AS reason_zh,
       reduce(all = en[0], one IN tail(en) | all + '; ' + one) AS reason_en, times
ORDER BY by.name, about
