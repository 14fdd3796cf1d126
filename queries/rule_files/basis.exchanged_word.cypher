// title: {zh: “市”“省”被机械替换, en: 市 or 省 exchanged mechanically}
// description:
//   zh: 照抄上级文本时把“市”或者“省”一律换成了“区”或者“县”，连“市场”“直辖市”“省财政厅”这样的词也换了：文字读不通，权限也可能写错。
//   en: In a text taken over from a city, 市 or 省 was exchanged for 区 or 县 everywhere, also inside words (直辖区, 区场). The text makes no sense there and may give a wrong power.
// class: basis
// severity: medium
// weight: 0.45
// sentence:
//   zh: 清单把“{exchanged}”机械替换成了“区”或“县”：{reason_zh}（共{times}处）。
//   en: "The list exchanges {exchanged} for 区 or 县 inside words: {reason_en} ({times} place(s))."
// columns:
//   exchanged: {zh: 被替换的字, en: what was exchanged}
//   reason_zh: {zh: 应为什么, en: what it should be (Chinese)}
//   reason_en: {zh: 应为什么（英文）, en: what it should be}
//   times: {zh: 处数, en: in how many places}
// options: [correct]
// # All of a list are one finding. What stands in a title with a slip, basis.title tells.
MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
WHERE $touched IS NULL OR by.id IN $touched
MATCH (l)<-[s:SHOWS_SLIP {kind: 'exchanged'}]-(n)
WHERE NOT EXISTS { MATCH (n)-[:BASED_ON]->(b:LegalBasis)-[:MISNAMES]->(:Instrument) WHERE b.title CONTAINS s.printed }
WITH by, l, s, n ORDER BY n.position, s.printed, s.printed
WITH by, l, collect(DISTINCT s.about) AS abouts, sum(s.times) AS times, collect(DISTINCT s.zh) AS zh, collect(DISTINCT s.en) AS en,
     collect({role: 'text', id: n.id, locator: s.locator, quotes: [s.printed]}) AS nodes
RETURN [by.name] AS departments, nodes, [l.id] AS identity, times, reduce(all = head(abouts), one IN tail(abouts) | all + '”“' + one) AS exchanged,
       reduce(all = zh[0], one IN tail(zh) | all + '；' + one) AS reason_zh,
       reduce(all = en[0], one IN tail(en) | all + '; ' + one) AS reason_en
ORDER BY by.name, l.id
