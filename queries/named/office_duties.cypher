// title: {zh: 股室职责, en: Duties of an office}
// description:
//   zh: 部门内一个股室承担的工作事项及其所属职责；不填股室则列出该部门所有股室
//   en: Tasks an office of a department carries out, with their duties; without an office those of all offices
// parameters:
//   department: {type: string, zh: 部门, en: department, required: true, suggest: department}
//   office: {type: string, zh: 股室名称含, en: part of the office's name, suggest: office}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 1000, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   office: {zh: 责任股室, en: office}
//   office_id: {zh: 股室编号, en: id of the office}
//   task: {zh: 具体工作事项, en: task}
//   duty: {zh: 主要职责, en: duty}
//   task_id: {zh: 事项编号, en: id of the task}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (:Department {id: $department})-[:HAS_OFFICE]->(o:Office)<-[:HANDLED_BY]-(t:Task)<-[:HAS_TASK]-(d:Duty)
WHERE $office IS NULL OR o.name CONTAINS $office
MATCH (t)-[e:EXTRACTED_FROM]->(s:Document)
RETURN o.name AS office, o.id AS office_id, t.text AS task, d.text AS duty, t.id AS task_id, s.source AS source, e.locator AS locator
ORDER BY office, t.list, t.position
SKIP $offset LIMIT $limit
