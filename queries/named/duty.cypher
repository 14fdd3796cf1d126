// title: {zh: 一项职责, en: One duty}
// description:
//   zh: 一项主要职责（按编号）的具体工作事项和责任股室；没有工作事项的也列出一行
//   en: The tasks of one duty, by its id, with their offices; one row if it has none
// parameters:
//   id: {type: string, zh: 编号, en: id, required: true}
// columns:
//   department: {zh: 部门, en: department}
//   number: {zh: 序号, en: number}
//   duty: {zh: 主要职责, en: duty}
//   task: {zh: 具体工作事项, en: task}
//   task_id: {zh: 事项编号, en: id of the task}
//   office: {zh: 责任股室（原文）, en: office as printed}
//   office_id: {zh: 股室编号, en: id of the office}
//   remark: {zh: 备注, en: remark}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (d:Duty {id: $id})
MATCH (d)<-[:HAS_DUTY]-(by:Department)
OPTIONAL MATCH (d)-[:HAS_TASK]->(t:Task)
WITH d, by, t, coalesce(t, d) AS statement
MATCH (statement)-[e:EXTRACTED_FROM]->(s:Document)
RETURN by.name AS department, d.number AS number, d.text AS duty, t.text AS task, t.id AS task_id, t.office AS office,
       head(COLLECT { MATCH (t)-[:HANDLED_BY]->(o:Office) RETURN o.id AS id ORDER BY id }) AS office_id,
       coalesce(t.remark, d.remark) AS remark, s.source AS source, e.locator AS locator
ORDER BY t.position, task_id, locator
