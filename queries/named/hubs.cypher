// title: {zh: 枢纽部门, en: Hubs among the departments}
// description:
//   zh: 每个部门在本级部门关系网中的位置，读入清单时按共同管理事项、职责重叠线索和共同法律依据算出，协作组按行政区划各自编号；各栏含义见“部门关系”页
//   en: Where each body stands in the network of its region, by shared matters, overlaps and legal bases in common, as of
//     the last reading; each region numbers its groups; the page Network of departments says what the columns mean
// parameters:
//   region: {type: string, zh: 行政区划名称或代码, en: name or code of the region, suggest: region}
//   department: {type: string, zh: 部门, en: department, suggest: department}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   region: {zh: 行政区划, en: region}
//   department: {zh: 部门, en: department}
//   id: {zh: 编号, en: id, of: department}
//   listed: {zh: 已读清单, en: list read}
//   ties: {zh: 联系部门, en: tied to}
//   shared: {zh: 共同事项, en: in common}
//   hub: {zh: 枢纽程度, en: hub}
//   community: {zh: 协作组, en: group}
//   sole_link: {zh: 唯一衔接, en: sole link}
MATCH (d:Department)
WHERE d.hub IS NOT NULL AND ($department IS NULL OR d.id = $department)
OPTIONAL MATCH (d)-[:IN_REGION]->(r:Region)
WITH d, r
WHERE $region IS NULL OR r.code = $region
RETURN r.name AS region, d.name AS department, d.id AS id, d.listed AS listed, d.ties AS ties, d.shared AS shared,
       d.hub AS hub, d.community AS community, d.sole_link AS sole_link
ORDER BY region, hub DESC, shared DESC, id
SKIP $offset LIMIT $limit
