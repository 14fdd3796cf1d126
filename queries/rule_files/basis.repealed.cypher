// title: {zh: 依据已失效, en: Basis out of force}
// description:
//   zh: 引用的法规已废止、被取代或当时尚未施行。清单所引文号的最晚年份晚于废止时间的，当时就已失效；否则是后来失效，更新清单时应更换。
//   en: An instrument that was repealed, replaced, or not yet in force. If the list cites documents later than the repeal it was out of force then; else it went out of force since.
// class: basis
// severity: high
// weight: 0.6
// sentence:
//   zh: 《{title}》{state_zh}，本清单{times}处引用，{advice_zh}。
//   en: "“{title}” {state_en}. The list cites it {times} time(s): {advice_en}."
// columns:
//   title: {zh: 依据, en: the basis}
//   times: {zh: 引用处数, en: how often it is cited}
//   state_zh: {zh: 失效情形, en: what became of it (Chinese)}
//   state_en: {zh: 失效情形（英文）, en: what became of it}
//   advice_zh: {zh: 建议, en: what to do (Chinese)}
//   advice_en: {zh: 建议（英文）, en: what to do}
// options: [replace, delete]
// # Dates are ISO texts or years, so that texts compare as times do. The built-in table knows successors, so it is asked
// # before a register. A list is no older than the latest document that it cites.
MATCH (i:Instrument)-[:LISTED_IN]->(r:Register {current: true})
WHERE i.expired OR i.since IS NOT NULL
MATCH (i)<-[:REGISTERED_AS]-(b:LegalBasis)
WITH b, i, r ORDER BY r.builtin DESC, i.id
WITH b, head(collect(i)) AS i
MATCH (b)<-[e:BASED_ON]-(n)
MATCH (l:DutyList {id: n.list})<-[:PUBLISHED]-(by:Department)
WHERE $touched IS NULL OR by.id IN $touched
WITH by, l, b, i, n, e ORDER BY n.position, e.printed
WITH by, l, b, i, toString(l.stated_year) AS stated, toString(coalesce(l.stated_year, l.cited_year)) AS year,
     collect(DISTINCT {role: 'citation', id: n.id, locator: e.locator, quotes: [e.printed]}) AS places
WITH by, l, b, i, stated, year, places, CASE
       WHEN left(i.since, 4) > stated THEN 'not_yet'
       WHEN NOT i.expired THEN 'in_force'
       WHEN left(i.until, 4) < year THEN 'before'
       WHEN i.until IS NOT NULL THEN 'since'
       ELSE 'expired'
     END AS state,
     i.until + CASE size(i.until) WHEN 4 THEN '年' ELSE '' END AS until,
     coalesce('，由《' + i.successor + '》取代', '') AS successor_zh,
     coalesce(' and replaced by “' + i.successor + '”', '') AS successor_en
WHERE state <> 'in_force'
RETURN [by.name] AS departments, places AS nodes, [l.id, b.id] AS identity, b.title AS title, size(places) AS times,
       CASE state WHEN 'since' THEN 0.7 WHEN 'expired' THEN 0.6 ELSE 1.0 END AS score,
       CASE WHEN state IN ['since', 'expired'] THEN 'medium' ELSE 'high' END AS severity,
       CASE state
         WHEN 'not_yet' THEN '自' + i.since + '起施行，晚于清单标明的' + stated + '年'
         WHEN 'before' THEN '已于' + until + '废止' + successor_zh + '，早于清单所引' + year + '年的文件'
         WHEN 'since' THEN '已于' + until + '废止' + successor_zh
         ELSE '在导入的法规库中标为失效' + coalesce('（所收最新版本：' + i.versions[-1] + '）', '')
       END AS state_zh,
       CASE state
         WHEN 'not_yet' THEN 'is in force since ' + i.since + ', but the list is of ' + stated
         WHEN 'before' THEN 'was repealed (' + i.until + ')' + successor_en + ' before documents of ' + year + ' that the list cites'
         WHEN 'since' THEN 'was repealed (' + i.until + ')' + successor_en
         ELSE 'is marked as expired in the imported register' + coalesce(' (latest version: ' + left(i.versions[-1], 10) + ')', '')
       END AS state_en,
       CASE state WHEN 'not_yet' THEN '请核对清单年份或依据' WHEN 'before' THEN '制定清单时即已失效，应予更正'
         ELSE '更新清单时应更换' END AS advice_zh,
       CASE state WHEN 'not_yet' THEN 'check the basis or the year of the list'
         WHEN 'before' THEN 'it was out of force when the list was made' ELSE 'replace it when the list is revised' END AS advice_en
ORDER BY by.name, title
