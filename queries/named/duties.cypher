// title: {zh: 部门职责, en: Duties of a department}
// description:
//   zh: 一个部门的主要职责，及其具体工作事项和责任股室；没有工作事项的职责也列出
//   en: Duties of a department with their tasks and offices; duties without tasks are there too
// parameters:
//   department: {type: string, zh: 部门, en: department, required: true, suggest: department}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 1000, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   number: {zh: 序号, en: number}
//   duty: {zh: 主要职责, en: duty}
//   duty_id: {zh: 职责编号, en: id of the duty}
//   task: {zh: 具体工作事项, en: task}
//   task_id: {zh: 事项编号, en: id of the task}
//   office: {zh: 责任股室（原文）, en: office as printed}
//   office_id: {zh: 股室编号, en: id of the office}
//   remark: {zh: 备注, en: remark}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (:Department {id: $department})-[:HAS_DUTY]->(d:Duty)
OPTIONAL MATCH (d)-[:HAS_TASK]->(t:Task)
WITH d, t, coalesce(t, d) AS statement
MATCH (statement)-[e:EXTRACTED_FROM]->(s:Document)
RETURN d.number AS number, d.text AS duty, d.id AS duty_id, t.text AS task, t.id AS task_id, t.office AS office,
       head(COLLECT { MATCH (t)-[:HANDLED_BY]->(o:Office) RETURN o.id AS id ORDER BY id }) AS office_id,
       coalesce(t.remark, d.remark) AS remark, s.source AS source, e.locator AS locator
ORDER BY d.list, d.position, t.position
SKIP $offset LIMIT $limit
