// title: {zh: 一个股室承担的内容, en: What one office handles}
// description:
//   zh: 一个股室（按编号）承担的工作事项和公共服务，各属哪个部门的清单
//   en: Tasks and public services that one office handles, by its id, with the department whose list says so
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
//   duty: {zh: 主要职责, en: duty}
//   duty_id: {zh: 职责编号, en: id of the duty}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (o:Office {id: $id})<-[:HANDLED_BY]-(n)
MATCH (:DutyList {id: n.list})<-[:PUBLISHED]-(by:Department)
MATCH (n)-[e:EXTRACTED_FROM]->(s:Document)
OPTIONAL MATCH (d:Duty)-[:HAS_TASK]->(n)
RETURN by.name AS department, by.id AS department_id, labels(n)[0] AS kind, coalesce(n.text, n.name) AS text, n.id AS id,
       d.text AS duty, d.id AS duty_id, s.source AS source, e.locator AS locator
ORDER BY department, department_id, kind, n.list, d.position, n.position, id, locator
SKIP $offset LIMIT $limit
