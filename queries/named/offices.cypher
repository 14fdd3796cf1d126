// title: {zh: 责任股室, en: Offices}
// description:
//   zh: 各部门的股室，各自承担的工作事项、涉及的主要职责和公共服务的数目
//   en: Offices of departments and how many tasks, duties and services each has
// parameters:
//   department: {type: string, zh: 部门, en: department, suggest: department}
//   text: {type: string, zh: 名称含, en: part of the name}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   office: {zh: 责任股室, en: office}
//   id: {zh: 编号, en: id, of: office}
//   department: {zh: 部门, en: department}
//   tasks: {zh: 具体工作事项, en: tasks}
//   duties: {zh: 主要职责, en: duties}
//   services: {zh: 公共服务, en: public services}
MATCH (by:Department)-[:HAS_OFFICE]->(o:Office)
WHERE ($department IS NULL OR by.id = $department) AND ($text IS NULL OR any(name IN [o.name] WHERE name CONTAINS $text))
RETURN o.name AS office, o.id AS id, by.name AS department,
       COUNT { (o)<-[:HANDLED_BY]-(:Task) } AS tasks,
       COUNT { MATCH (o)<-[:HANDLED_BY]-(:Task)<-[:HAS_TASK]-(d:Duty) RETURN DISTINCT d } AS duties,
       COUNT { (o)<-[:HANDLED_BY]-(:PublicService) } AS services
ORDER BY department, tasks DESC, office, id
SKIP $offset LIMIT $limit
