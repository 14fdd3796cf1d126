// title: {zh: 条号超出条文总数, en: Article that the instrument does not have}
// description:
//   zh: 引用的条号大于法规库或内置表所载各版本中最大的条号。
//   en: A cited article is beyond the last article of every version that register and built-in table know.
// class: basis
// severity: medium
// weight: 0.7
// sentence:
//   zh: 清单引用《{title}》{articles}，而该法规只有{last}条，请核对条号。
//   en: The list cites {articles} of “{title}”, which has only {last} articles.
// columns:
//   title: {zh: 依据, en: the basis}
//   articles: {zh: 引用的条款, en: the articles as printed}
//   last: {zh: 条文总数, en: how many articles it has}
// options: [correct]
MATCH (i:Instrument)-[:LISTED_IN]->(:Register {current: true})
WHERE i.articles IS NOT NULL
MATCH (i)<-[:REGISTERED_AS]-(b:LegalBasis)
WITH b, max(i.articles) AS last
MATCH (b)<-[e:BASED_ON]-(n)
WHERE e.article > last
MATCH (l:DutyList {id: n.list})<-[:PUBLISHED]-(by:Department)
WHERE $touched IS NULL OR by.id IN $touched
RETURN [by.name] AS departments, [{role: 'citation', id: n.id, locator: e.locator, quotes: [e.printed]}] AS nodes, [n.id, b.id, e.articles] AS identity,
       b.title AS title, e.articles AS articles, last
ORDER BY by.name, n.position, title, articles
