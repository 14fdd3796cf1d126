// title: {zh: 主要职责一览, en: Duties}
// description:
//   zh: 各部门的主要职责，一项一行，及其工作事项和法律依据的数目、责任股室
//   en: Duties of departments, one in a row, with the numbers of tasks and legal bases, and the offices
// parameters:
//   department: {type: string, zh: 部门, en: department, suggest: department}
//   text: {type: string, zh: 含, en: text}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   department: {zh: 部门, en: department}
//   number: {zh: 序号, en: number}
//   duty: {zh: 主要职责, en: duty}
//   id: {zh: 编号, en: id, of: duty}
//   tasks: {zh: 具体工作事项, en: tasks}
//   offices: {zh: 责任股室, en: offices}
//   bases: {zh: 法律依据, en: legal bases}
//   remark: {zh: 备注, en: remark}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (by:Department)-[:HAS_DUTY]->(d:Duty)-[e:EXTRACTED_FROM]->(s:Document)
WHERE ($department IS NULL OR by.id = $department) AND ($text IS NULL OR d.text CONTAINS $text)
RETURN by.name AS department, d.number AS number, d.text AS duty, d.id AS id,
       COUNT { (d)-[:HAS_TASK]->(:Task) } AS tasks,
       COLLECT { MATCH (d)-[:HAS_TASK]->(:Task)-[:HANDLED_BY]->(o:Office) RETURN DISTINCT o.name AS name ORDER BY name } AS offices,
       COUNT { (d)-[:BASED_ON]->(:LegalBasis) } AS bases, d.remark AS remark, s.source AS source, e.locator AS locator
ORDER BY department, d.list, d.position, locator
SKIP $offset LIMIT $limit
