// title: {zh: 部门管理事项的各方分工, en: Parties of a department's matters}
// description:
//   zh: 一个部门申报或参与的管理事项，及其中每一方的分工原文；用于比对谁对谁说了什么
//   en: Shared matters that a department declares or takes part in, with every party and its part as printed
// parameters:
//   department: {type: string, zh: 部门, en: department, required: true, suggest: department}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 2000, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   own: {zh: 本部门申报, en: declared by itself}
//   matter: {zh: 管理事项, en: matter}
//   matter_id: {zh: 事项编号, en: id of the matter}
//   declared_by: {zh: 载明于, en: declared by}
//   party: {zh: 相关部门（原文）, en: party as printed}
//   party_id: {zh: 相关部门编号, en: id of the party}
//   involved: {zh: 给本部门的分工, en: the part is given to this department}
//   division: {zh: 职责分工, en: division}
//   role: {zh: 牵头或配合, en: role}
//   basis: {zh: 相关依据, en: basis}
//   case: {zh: 案例, en: case}
//   id: {zh: 编号, en: id, of: division}
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
OPTIONAL MATCH (m)<-[:ABOUT]-(n:Division)
WITH m, by, n, coalesce(n, m) AS statement
MATCH (statement)-[e:EXTRACTED_FROM]->(s:Document)
RETURN by.id = $department AS own, m.matter AS matter, m.id AS matter_id, by.name AS declared_by, n.party AS party,
       head(COLLECT { MATCH (n)-[:ASSIGNED_TO]->(d:Department) RETURN d.id AS id ORDER BY id }) AS party_id,
       EXISTS { (n)-[:ASSIGNED_TO]->(:Department {id: $department}) } AS involved, n.text AS division, n.role AS role,
       n.basis AS basis, n.case AS case, statement.id AS id, s.source AS source, e.locator AS locator
ORDER BY own DESC, declared_by, m.list, m.position, n.position
SKIP $offset LIMIT $limit
