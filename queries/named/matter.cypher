// title: {zh: 管理事项的分工, en: Who does what in a shared matter}
// description:
//   zh: 名称含某词的管理事项：由哪个部门申报、涉及哪些部门、各自的分工、依据和案例
//   en: Shared matters whose name contains a text, with every body, its part, the basis and the case
// parameters:
//   matter: {type: string, zh: 事项名称含, en: part of the matter's name, required: true, suggest: matter}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   matter: {zh: 管理事项, en: matter}
//   declared_by: {zh: 载明于, en: declared by}
//   party: {zh: 相关部门（原文）, en: party as printed}
//   departments: {zh: 部门, en: departments}
//   division: {zh: 职责分工, en: division}
//   role: {zh: 牵头或配合, en: role}
//   basis: {zh: 相关依据, en: basis}
//   case: {zh: 案例, en: case}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)-[e:EXTRACTED_FROM]->(s:Document)
WHERE m.matter CONTAINS $matter
RETURN m.matter AS matter, by.name AS declared_by, n.party AS party,
       COLLECT { MATCH (n)-[:ASSIGNED_TO]->(d:Department) RETURN d.name ORDER BY d.name } AS departments,
       n.text AS division, n.role AS role, n.basis AS basis, n.case AS case, s.source AS source, e.locator AS locator
ORDER BY matter, declared_by, m.list, m.position, n.position
SKIP $offset LIMIT $limit
