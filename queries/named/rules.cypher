// title: {zh: 部门制度, en: Rules of a department}
// description:
//   zh: 一个部门制定的制度、办法、方案及其条款
//   en: Rules that a department adopted, with their articles
// parameters:
//   department: {type: string, zh: 部门, en: department, required: true, suggest: department}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 1000, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   rule: {zh: 制度, en: rule}
//   number: {zh: 条, en: article}
//   text: {zh: 内容, en: text}
//   id: {zh: 编号, en: id, of: text}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (:Department {id: $department})-[:ADOPTED]->(r:Rule)
OPTIONAL MATCH (r)-[:HAS_ARTICLE]->(a:Article)
WITH r, a, coalesce(a, r) AS statement
MATCH (statement)-[e:EXTRACTED_FROM]->(s:Document)
RETURN r.title AS rule, a.number AS number, a.text AS text, statement.id AS id, s.source AS source, e.locator AS locator
ORDER BY r.list, r.position, a.position
SKIP $offset LIMIT $limit
