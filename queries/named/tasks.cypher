// title: {zh: 具体工作事项一览, en: Tasks}
// description:
//   zh: 各部门的具体工作事项，所属的主要职责和责任股室
//   en: Tasks of departments with their duties and offices
// parameters:
//   department: {type: string, zh: 部门, en: department, suggest: department}
//   text: {type: string, zh: 含, en: text}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   department: {zh: 部门, en: department}
//   task: {zh: 具体工作事项, en: task}
//   id: {zh: 编号, en: id, of: task}
//   duty: {zh: 主要职责, en: duty}
//   duty_id: {zh: 职责编号, en: id of the duty}
//   office: {zh: 责任股室（原文）, en: office as printed}
//   office_id: {zh: 股室编号, en: id of the office}
//   remark: {zh: 备注, en: remark}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (by:Department)-[:HAS_DUTY]->(d:Duty)-[:HAS_TASK]->(t:Task)-[e:EXTRACTED_FROM]->(s:Document)
WHERE ($department IS NULL OR by.id = $department) AND ($text IS NULL OR t.text CONTAINS $text)
RETURN by.name AS department, t.text AS task, t.id AS id, d.text AS duty, d.id AS duty_id, t.office AS office,
       head(COLLECT { MATCH (t)-[:HANDLED_BY]->(o:Office) RETURN o.id AS id ORDER BY id }) AS office_id,
       t.remark AS remark, s.source AS source, e.locator AS locator
ORDER BY department, d.list, d.position, t.position, locator
SKIP $offset LIMIT $limit
