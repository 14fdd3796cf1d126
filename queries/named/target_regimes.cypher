// title: {zh: 一种监管对象由谁检查, en: Who inspects one target}
// description:
//   zh: 检查一种监管对象（按编号）的监管制度，按部门排列
//   en: The supervision regimes that inspect one target, by its id, department by department
// parameters:
//   id: {type: string, zh: 编号, en: id, required: true}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   department: {zh: 部门, en: department}
//   department_id: {zh: 部门编号, en: id of the department}
//   kind: {zh: 类别, en: kind, type: term}
//   text: {zh: 名称, en: name}
//   id: {zh: 编号, en: id, of: text}
//   targets: {zh: 监督检查对象（原文）, en: targets as printed}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (x:SupervisionTarget {id: $id})<-[:TARGETS]-(r:SupervisionRegime)<-[:RUNS]-(by:Department)
MATCH (r)-[e:EXTRACTED_FROM]->(s:Document)
RETURN by.name AS department, by.id AS department_id, labels(r)[0] AS kind, r.title AS text, r.id AS id,
       r.targets AS targets, s.source AS source, e.locator AS locator
ORDER BY department, department_id, r.list, r.position, id, locator
SKIP $offset LIMIT $limit
