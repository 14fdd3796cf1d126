// title: {zh: 管理事项一览, en: Shared matters}
// description:
//   zh: 各部门清单申报的管理事项，由谁申报，涉及几方
//   en: Shared matters that lists declare, by whom, and how many parties each has
// parameters:
//   text: {type: string, zh: 名称含, en: part of the name}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 2000, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   matter: {zh: 管理事项, en: matter}
//   declared_by: {zh: 载明于, en: declared by}
//   parties: {zh: 分工行数, en: number of parties}
//   id: {zh: 编号, en: id, of: matter}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)-[e:EXTRACTED_FROM]->(s:Document)
WHERE $text IS NULL OR m.matter CONTAINS $text
RETURN m.matter AS matter, by.name AS declared_by, COUNT { (m)<-[:ABOUT]-(:Division) } AS parties, m.id AS id,
       s.source AS source, e.locator AS locator
ORDER BY matter, declared_by, m.list, m.position
SKIP $offset LIMIT $limit
