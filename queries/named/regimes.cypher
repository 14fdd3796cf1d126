// title: {zh: 部门监管制度, en: Supervision regimes of a department}
// description:
//   zh: 一个部门的监管制度，监督检查对象和章节
//   en: Supervision regimes of a department, whom they target and their sections
// parameters:
//   department: {type: string, zh: 部门, en: department, required: true, suggest: department}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 1000, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   regime: {zh: 监管制度, en: supervision regime}
//   targets: {zh: 监督检查对象（原文）, en: targets as printed}
//   names: {zh: 监管对象, en: targets}
//   sections: {zh: 章节, en: sections}
//   id: {zh: 编号, en: id, of: regime}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (:Department {id: $department})-[:RUNS]->(r:SupervisionRegime)-[e:EXTRACTED_FROM]->(s:Document)
RETURN r.title AS regime, r.targets AS targets,
       COLLECT { MATCH (r)-[:TARGETS]->(x:SupervisionTarget) RETURN x.name ORDER BY x.name } AS names,
       r.sections AS sections, r.id AS id, s.source AS source, e.locator AS locator
ORDER BY r.list, r.position
SKIP $offset LIMIT $limit
