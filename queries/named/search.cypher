// title: {zh: 全文检索, en: Search}
// description:
//   zh: 含某词的职责、工作事项、管理事项、分工、监管制度、公共服务、制度和条款，两个字的词也能查到
//   en: Every statement that contains a text, of whatever kind; two characters are enough
// parameters:
//   text: {type: string, zh: 含, en: text, required: true}
//   department: {type: string, zh: 部门, en: department, suggest: department}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 200, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   department: {zh: 部门, en: department}
//   kind: {zh: 类别, en: kind, type: term}
//   title: {zh: 名称, en: name}
//   text: {zh: 内容, en: text}
//   id: {zh: 编号, en: id, of: text}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (n:__STATEMENTS__)
WITH n, [text IN [__TEXTS__, n.case] WHERE text CONTAINS $text] AS hits
WHERE size(hits) > 0
MATCH (:DutyList {id: n.list})<-[:PUBLISHED]-(by:Department)
WHERE $department IS NULL OR by.id = $department
MATCH (n)-[e:EXTRACTED_FROM]->(s:Document)
WITH n, hits, by, e, s, coalesce(n.name, n.title, n.matter, n.party) AS title
RETURN by.name AS department, labels(n)[0] AS kind, title,
       CASE WHEN title CONTAINS $text THEN coalesce(n.text, n.content) ELSE hits[0] END AS text,
       n.id AS id, s.source AS source, e.locator AS locator
ORDER BY department, n.list, n.position
SKIP $offset LIMIT $limit
