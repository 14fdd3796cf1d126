// title: {zh: 部门参与的管理事项, en: Matters a department takes part in}
// description:
//   zh: 一个部门自己申报的、或被其他部门的清单分了工的管理事项，及给它的分工
//   en: Shared matters a department declares, or in which the list of another one gives it a part
// parameters:
//   department: {type: string, zh: 部门, en: department, required: true, suggest: department}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   matter: {zh: 管理事项, en: matter}
//   declared_by: {zh: 载明于, en: declared by}
//   own: {zh: 本部门申报, en: declared by itself}
//   division: {zh: 给它的分工, en: the part it is given}
//   party: {zh: 相关部门（原文）, en: party as printed}
//   parties: {zh: 分工行数, en: number of parties}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
CALL {
  MATCH (:Department {id: $department})<-[:DECLARED_BY]-(m:SharedMatter)
  RETURN m
  UNION
  MATCH (:Department {id: $department})<-[:ASSIGNED_TO]-(:Division)-[:ABOUT]->(m:SharedMatter)
  RETURN m
}
MATCH (m)-[:DECLARED_BY]->(by:Department)
OPTIONAL MATCH (m)<-[:ABOUT]-(n:Division)-[:ASSIGNED_TO]->(:Department {id: $department})
WITH m, by, n, coalesce(n, m) AS statement
MATCH (statement)-[e:EXTRACTED_FROM]->(s:Document)
RETURN m.matter AS matter, by.name AS declared_by, by.id = $department AS own, n.text AS division, n.party AS party,
       COUNT { (m)<-[:ABOUT]-(:Division) } AS parties, s.source AS source, e.locator AS locator
ORDER BY matter, declared_by, m.list, m.position, n.position
SKIP $offset LIMIT $limit
