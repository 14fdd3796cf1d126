// title: {zh: 同一文件引用不一, en: One document cited in two ways}
// description:
//   zh: 名称相同而文号不同（只差代字、年份或者顺序号之一），或者文号相同而名称不同：其中一处写错了。各处并列，供核对。
//   en: Citations with one title and two numbers (that differ in one part), or one number and two titles. One of them is wrong; both are shown.
// class: basis
// severity: low
// weight: 0.5
// sentence:
//   zh: “{about}”{reason_zh}，请核对。
//   en: "“{about}” is {reason_en}; one of them is wrong."
// columns:
//   about: {zh: 名称或者文号, en: the title or number, whole: true}
//   reason_zh: {zh: 两种写法, en: the two ways (Chinese)}
//   reason_en: {zh: 两种写法（英文）, en: the two ways}
// options: [correct]
// reach: all
// # The edges are made by graph/analysis/slips/compare_citations.py.
MATCH (first)<-[s:CITED_OTHERWISE]-(second)
MATCH (:DutyList {id: first.list})<-[:PUBLISHED]-(one:Department)
MATCH (:DutyList {id: second.list})<-[:PUBLISHED]-(other:Department)
WHERE $touched IS NULL OR one.id IN $touched OR other.id IN $touched
RETURN CASE WHEN one.id = other.id THEN [one.name] ELSE [one.name, other.name] END AS departments,
       [{role: 'citation', id: first.id, locator: s.one_locator, quotes: [s.one]},
        {role: 'citation', id: second.id, locator: s.other_locator, quotes: [s.other]}] AS nodes,
       [s.about, s.one, s.other] AS identity, s.about AS about, s.zh AS reason_zh, s.en AS reason_en
ORDER BY one.name, about, s.one, s.other
