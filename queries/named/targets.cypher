// title: {zh: 监管对象, en: Supervision targets}
// description:
//   zh: 名称含某词的监管对象，哪些部门按哪些监管制度检查它；检查部门多的在前，“工作人员”等笼统的在后
//   en: Supervision targets whose name contains a text, with all who inspect them; the most inspected first, those that name anybody last
// parameters:
//   text: {type: string, zh: 名称含, en: part of the name, suggest: target}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// computed: [generic_targets]
// columns:
//   target: {zh: 监管对象, en: target}
//   id: {zh: 编号, en: id, of: target}
//   generic: {zh: 笼统, en: names anybody}
//   inspectors: {zh: 检查部门数, en: number of inspecting bodies}
//   department: {zh: 部门, en: department}
//   regime: {zh: 监管制度, en: supervision regime}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (x:SupervisionTarget)
WHERE $text IS NULL OR x.name CONTAINS $text
WITH x, COUNT { MATCH (x)<-[:TARGETS]-(:SupervisionRegime)<-[:RUNS]-(d:Department) RETURN DISTINCT d } AS inspectors
MATCH (x)<-[:TARGETS]-(r:SupervisionRegime)<-[:RUNS]-(d:Department)
MATCH (r)-[e:EXTRACTED_FROM]->(s:Document)
RETURN x.name AS target, x.id AS id, x.name IN $generic_targets AS generic, inspectors, d.name AS department, r.title AS regime, s.source AS source, e.locator AS locator
ORDER BY generic, inspectors DESC, target, department, r.list, r.position
SKIP $offset LIMIT $limit
