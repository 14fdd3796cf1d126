// title: {zh: 公共服务, en: Public services}
// description:
//   zh: 名称、内容或承办机构含某词的公共服务事项，承办机构和联系电话
//   en: Public services whose name, content or handler contains a text, with handler and telephone number
// parameters:
//   text: {type: string, zh: 含, en: text}
//   department: {type: string, zh: 部门, en: department, suggest: department}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   service: {zh: 服务事项, en: service}
//   content: {zh: 主要内容, en: content}
//   handler: {zh: 承办机构, en: handler}
//   phone: {zh: 联系电话, en: telephone}
//   department: {zh: 部门, en: department}
//   id: {zh: 编号, en: id, of: service}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (d:Department)-[:PROVIDES]->(p:PublicService)-[e:EXTRACTED_FROM]->(s:Document)
WHERE ($department IS NULL OR d.id = $department)
  AND ($text IS NULL OR p.name CONTAINS $text OR p.content CONTAINS $text OR p.handler CONTAINS $text)
RETURN p.name AS service, p.content AS content, p.handler AS handler, p.phone AS phone, d.name AS department,
       p.id AS id, s.source AS source, e.locator AS locator
ORDER BY department, p.list, p.position
SKIP $offset LIMIT $limit
