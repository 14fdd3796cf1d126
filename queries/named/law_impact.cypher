// title: {zh: 一部法规的影响, en: What rests on one law}
// description:
//   zh: 以一部法律法规文件（按编号）为依据的全部内容，按部门排列；修订或废止时逐条核对
//   en: All that rests on one instrument, by its id, department by department; to be gone through when it is amended or repealed
// parameters:
//   id: {type: string, zh: 编号, en: id, required: true}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   department: {zh: 部门, en: department}
//   department_id: {zh: 部门编号, en: id of the department}
//   kind: {zh: 类别, en: kind, type: term}
//   text: {zh: 内容, en: text}
//   id: {zh: 编号, en: id, of: text}
//   articles: {zh: 条款, en: articles}
//   source: {zh: 文件, en: source}
//   locator: {zh: 引用处, en: locator of the citation, type: locator}
MATCH (b:LegalBasis {id: $id})<-[e:BASED_ON]-(n)
MATCH (:DutyList {id: n.list})<-[:PUBLISHED]-(by:Department)
MATCH (n)-[:EXTRACTED_FROM]->(s:Document)
RETURN by.name AS department, by.id AS department_id, labels(n)[0] AS kind,
       coalesce(n.name, n.title, n.matter, n.text, n.party) AS text, n.id AS id, e.articles AS articles,
       s.source AS source, e.locator AS locator
ORDER BY department, department_id, kind, n.list, n.position, id, locator, articles
SKIP $offset LIMIT $limit
