// title: {zh: 一个管理事项的各方分工, en: Divisions of one matter}
// description:
//   zh: 一个管理事项（按编号）的各方分工，以及其他清单所列同一事项的分工，便于并排比对
//   en: Who does what in one shared matter, by its id, and in the same matter as other lists declare it, to be compared side by side
// parameters:
//   id: {type: string, zh: 编号, en: id, required: true}
// columns:
//   matter: {zh: 管理事项, en: matter}
//   matter_id: {zh: 事项编号, en: id of the matter}
//   own: {zh: 所查事项, en: the matter itself}
//   declared_by: {zh: 载明于, en: declared by}
//   party: {zh: 相关部门（原文）, en: party as printed}
//   departments: {zh: 部门, en: departments}
//   division: {zh: 职责分工, en: division}
//   role: {zh: 牵头或配合, en: role}
//   basis: {zh: 相关依据, en: basis}
//   case: {zh: 案例, en: case}
//   id: {zh: 编号, en: id, of: division}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
CALL {
  MATCH (m:SharedMatter {id: $id}) RETURN m
  UNION
  MATCH (:SharedMatter {id: $id})-[:ALIKE]-(m:SharedMatter) RETURN m
}
MATCH (m)-[:DECLARED_BY]->(by:Department)
MATCH (m)<-[:ABOUT]-(n:Division)-[e:EXTRACTED_FROM]->(s:Document)
RETURN m.matter AS matter, m.id AS matter_id, m.id = $id AS own, by.name AS declared_by, n.party AS party,
       COLLECT { MATCH (n)-[:ASSIGNED_TO]->(d:Department) RETURN d.name ORDER BY d.name } AS departments,
       n.text AS division, n.role AS role, n.basis AS basis, n.case AS case, n.id AS id, s.source AS source, e.locator AS locator
ORDER BY own DESC, declared_by, matter_id, n.position, id
