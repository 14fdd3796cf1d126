// title: {zh: 依据名称疑误, en: Title of a basis with a slip}
// description:
//   zh: 引用的名称在法规库和内置表中都没有，而与其中一部只差一处笔误（错字、漏字、多字），两者并列供核对。
//   en: A title that neither register nor built-in table knows, and that differs from one they know by a slip; both are shown.
// class: basis
// severity: medium
// weight: 0.6
// sentence:
//   zh: 清单引用的《{printed}》疑为《{title}》之误：{slip_zh}（共{times}处）{repealed_zh}。
//   en: "The list cites “{printed}”, which seems to be “{title}”: {slip_en} ({times} time(s)){repealed_en}."
// columns:
//   printed: {zh: 清单上的名称, en: the title as printed}
//   title: {zh: 法规库中的名称, en: the title in the register}
//   slip_zh: {zh: 差别, en: the difference (Chinese)}
//   slip_en: {zh: 差别（英文）, en: the difference}
//   times: {zh: 引用处数, en: how often it is cited}
//   repealed_zh: {zh: 是否失效, en: whether it is out of force (Chinese)}
//   repealed_en: {zh: 是否失效（英文）, en: whether it is out of force}
// options: [correct]
MATCH (b:LegalBasis)-[s:MISNAMES]->(i:Instrument)
MATCH (b)<-[e:BASED_ON]-(n)
MATCH (l:DutyList {id: n.list})<-[:PUBLISHED]-(by:Department)
WHERE $touched IS NULL OR by.id IN $touched
WITH by, l, b, s, i, n, e ORDER BY n.position, e.printed
WITH by, l, b, s, i, collect(DISTINCT {role: 'citation', id: n.id, locator: e.locator, quotes: [e.printed]}) AS places,
     head(collect(e.printed)) AS printed
RETURN [by.name] AS departments, places AS nodes, [l.id, b.id] AS identity, s.score AS score,
       printed, i.title AS title, s.zh AS slip_zh, s.en AS slip_en, size(places) AS times,
       CASE WHEN i.expired THEN '；该法规现已失效' ELSE '' END AS repealed_zh,
       CASE WHEN i.expired THEN '; it is out of force' ELSE '' END AS repealed_en
ORDER BY by.name, printed
