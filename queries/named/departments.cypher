// title: {zh: 部门一览, en: Departments}
// description:
//   zh: 有责任清单的部门，及其职责、工作事项、申报的管理事项、参与的分工、监管制度、公共服务、制度的数目
//   en: Departments with a list of their own and how much each list holds
// parameters:
//   text: {type: string, zh: 名称含, en: part of the name}
//   region: {type: string, zh: 行政区划名称或代码, en: name or code of the region, suggest: region}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   department: {zh: 部门, en: department}
//   id: {zh: 编号, en: id, of: department}
//   region: {zh: 行政区划, en: region}
//   duties: {zh: 主要职责, en: duties}
//   tasks: {zh: 具体工作事项, en: tasks}
//   offices: {zh: 责任股室, en: offices}
//   matters: {zh: 申报的管理事项, en: matters it declares}
//   divisions: {zh: 参与的职责分工, en: divisions it is given}
//   regimes: {zh: 监管制度, en: supervision regimes}
//   services: {zh: 公共服务, en: public services}
//   rules: {zh: 制度, en: rules}
MATCH (d:Department {listed: true})
WHERE ($region IS NULL OR d.region = $region)
  AND ($text IS NULL OR d.name CONTAINS $text OR any(alias IN coalesce(d.aliases, []) WHERE alias CONTAINS $text))
OPTIONAL MATCH (d)-[:IN_REGION]->(r:Region)
RETURN d.name AS department, d.id AS id, r.name AS region,
       COUNT { (d)-[:HAS_DUTY]->(:Duty) } AS duties,
       COUNT { (d)-[:HAS_DUTY]->(:Duty)-[:HAS_TASK]->(:Task) } AS tasks,
       COUNT { (d)-[:HAS_OFFICE]->(:Office) } AS offices,
       COUNT { (d)<-[:DECLARED_BY]-(:SharedMatter) } AS matters,
       COUNT { (d)<-[:ASSIGNED_TO]-(:Division) } AS divisions,
       COUNT { (d)-[:RUNS]->(:SupervisionRegime) } AS regimes,
       COUNT { (d)-[:PROVIDES]->(:PublicService) } AS services,
       COUNT { (d)-[:ADOPTED]->(:Rule) } AS rules
ORDER BY region, department, id
SKIP $offset LIMIT $limit
