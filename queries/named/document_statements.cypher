// title: {zh: 一份文件的内容, en: Statements of one document}
// description:
//   zh: 从一份文件（按编号）读出的全部内容及其位置，按清单排列，依读出的次序
//   en: All that was read from one document, by its id, with places, list by list, as it was read
// parameters:
//   id: {type: string, zh: 编号, en: id, required: true}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   list: {zh: 清单编号, en: id of the list}
//   department: {zh: 部门, en: department}
//   department_id: {zh: 部门编号, en: id of the department}
//   kind: {zh: 类别, en: kind, type: term}
//   id: {zh: 编号, en: id, of: text}
//   title: {zh: 名称, en: name}
//   text: {zh: 内容, en: text}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (s:Document {id: $id})<-[e:EXTRACTED_FROM]-(n:__STATEMENTS__|DutyList)
MATCH (:DutyList {id: n.list})<-[:PUBLISHED]-(by:Department)
RETURN n.list AS list, by.name AS department, by.id AS department_id, labels(n)[0] AS kind, n.id AS id,
       coalesce(n.name, n.title, n.matter, n.party) AS title, coalesce(n.text, n.content) AS text, e.locator AS locator
ORDER BY list, coalesce(n.position, 0), id, locator
SKIP $offset LIMIT $limit
