// title: {zh: 上下文, en: Context of a statement}
// description:
//   zh: 一条内容（按编号）及其前后的内容，按清单中的顺序，各带出处
//   en: A statement, by its id, with what stands before and after it in the list, each with its place
// parameters:
//   id: {type: string, zh: 编号, en: id, required: true}
//   around: {type: integer, zh: 前后各几条, en: statements on either side, default: 4, minimum: 0, maximum: 100}
// columns:
//   here: {zh: 所查内容, en: the statement itself}
//   kind: {zh: 类别, en: kind, type: term}
//   id: {zh: 编号, en: id, of: text}
//   number: {zh: 序号, en: number}
//   title: {zh: 名称, en: name}
//   text: {zh: 内容, en: text}
//   office: {zh: 责任股室（原文）, en: office as printed}
//   remark: {zh: 备注, en: remark}
//   basis: {zh: 依据（原文）, en: basis as printed}
//   case: {zh: 案例, en: case}
//   targets: {zh: 监督检查对象（原文）, en: targets as printed}
//   handler: {zh: 承办机构（原文）, en: handler as printed}
//   phone: {zh: 联系电话, en: telephone}
//   department: {zh: 部门, en: department}
//   department_id: {zh: 部门编号, en: id of the department}
//   list: {zh: 清单标题, en: title of the list}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
CALL {
  MATCH (n:__EACH_STATEMENT__ {id: $id}) RETURN n
  UNION ALL
  MATCH (n:DutyList {id: $id}) RETURN n
}
WITH n AS at
CALL (at) {
  MATCH (n:__EACH_STATEMENT__ {list: at.list}) RETURN n
  UNION ALL
  MATCH (n:DutyList {list: at.list}) RETURN n
}
WITH at, n
WHERE abs(coalesce(n.position, 0) - coalesce(at.position, 0)) <= $around
MATCH (l:DutyList {id: at.list})<-[:PUBLISHED]-(by:Department)
MATCH (n)-[e:EXTRACTED_FROM]->(s:Document)
RETURN n.id = $id AS here, labels(n)[0] AS kind, n.id AS id, n.number AS number,
       coalesce(n.name, n.title, n.matter, n.party) AS title, coalesce(n.text, n.content) AS text, n.office AS office,
       n.remark AS remark, n.basis AS basis, n.case AS case, n.targets AS targets, n.handler AS handler,
       n.phone AS phone, by.name AS department, by.id AS department_id, l.title AS list, s.source AS source,
       e.locator AS locator
ORDER BY coalesce(n.position, 0), id
