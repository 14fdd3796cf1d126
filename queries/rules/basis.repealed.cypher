// title: {zh: 依据已失效, en: Basis out of force}
// description:
//   zh: 引用的法规已废止、被取代或当时尚未施行。清单所引文号的最晚年份晚于废止时间的，当时就已失效；否则是后来失效，更新清单时应更换。
//   en: An instrument that was repealed, replaced, or not yet in force. If the list cites documents later than the repeal it was out of force then; else it went out of force since.
// class: basis
// severity: high
// weight: 0.6
// sentence:
//   zh: 《{title}》{state_zh}，本清单{times}处引用，{advice_zh}。
//   en: “{title}” {state_en}; this list cites it {times} time(s) and {advice_en}.
// columns:
//   title: {zh: 依据, en: the basis}
//   times: {zh: 引用处数, en: how often it is cited}
//   state_zh: {zh: 失效情形, en: what became of it (Chinese)}
//   state_en: {zh: 失效情形（英文）, en: what became of it}
//   advice_zh: {zh: 建议, en: what to do (Chinese)}
//   advice_en: {zh: 建议（英文）, en: what to do}
// options: [supplement, delete]
// # Dates are ISO texts or years, so that texts compare as times do. The built-in table knows successors, so it is asked
// # before a register, and a register only where the table knows nothing.
MATCH (i:Instrument)-[:LISTED_IN]->(r:Register {current: true})
WHERE i.expired OR i.since IS NOT NULL
MATCH (i)<-[:REGISTERED_AS]-(b:LegalBasis)<-[e:BASED_ON]-(n)
MATCH (by:Department)-[:PUBLISHED]->(l:DutyList {id: n.list})
WHERE $touched IS NULL OR by.id IN $touched
WITH by, l, b, i, r, n, e ORDER BY r.builtin DESC, n.position
WITH by, l, b, collect(i) AS known, collect({role: 'citation', id: n.id, locator: e.locator}) AS places
WITH by, l, b, known[0] AS i, [at IN range(0, size(places) - 1) WHERE known[at] = known[0] | places[at]] AS places
WITH by, l, b, i, places, toString(coalesce(l.stated_year, l.cited_year)) AS year, CASE
       WHEN i.since IS NOT NULL AND left(i.since, 4) > toString(l.stated_year) THEN 'not_yet'
       WHEN NOT i.expired THEN 'in_force'
       WHEN left(i.until, 4) < toString(coalesce(l.stated_year, l.cited_year)) THEN 'before'
       WHEN i.until IS NOT NULL THEN 'since'
       ELSE 'expired'
     END AS state
WHERE state <> 'in_force'
RETURN [by.name] AS departments, places AS nodes, l.id + b.id AS key, b.title AS title, size(places) AS times,
       CASE state WHEN 'since' THEN 0.7 WHEN 'expired' THEN 0.6 ELSE 1.0 END AS score,
       CASE state
         WHEN 'not_yet' THEN '自' + i.since + '起施行，晚于清单标明的' + toString(l.stated_year) + '年'
         WHEN 'expired' THEN '在导入的法规库中标为失效' + coalesce('（所收版本为' + i.versions[-1] + '）', '')
         ELSE '已于' + i.until + CASE size(i.until) WHEN 4 THEN '年' ELSE '' END + '废止' + coalesce('，由《' + i.successor + '》取代', '')
              + CASE state WHEN 'before' THEN '，早于清单所引' + year + '年的文件' ELSE '' END
       END AS state_zh,
       CASE state
         WHEN 'not_yet' THEN 'is in force since ' + i.since + ', later than ' + toString(l.stated_year) + ', the year of the list'
         WHEN 'expired' THEN 'is marked as expired in the imported register' + coalesce(' (version ' + i.versions[-1] + ')', '')
         ELSE 'was repealed ' + CASE size(i.until) WHEN 4 THEN 'in ' ELSE 'on ' END + i.until + coalesce(' and replaced by “' + i.successor + '”', '')
              + CASE state WHEN 'before' THEN ', before documents of ' + year + ' that the list cites' ELSE '' END
       END AS state_en,
       CASE state WHEN 'not_yet' THEN '请核对清单年份或依据' WHEN 'before' THEN '制定清单时即已失效，应予更正'
         ELSE '更新清单时应更换' END AS advice_zh,
       CASE state WHEN 'not_yet' THEN 'its year or its basis should be checked'
         WHEN 'before' THEN 'was wrong when it was made' ELSE 'should be brought up to date' END AS advice_en
ORDER BY by.name, title
