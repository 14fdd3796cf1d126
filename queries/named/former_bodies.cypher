// title: {zh: 已撤并更名的机构, en: Bodies renamed or merged since}
// description:
//   zh: 清单的发布部门或者写到的机构，在2018年、2023年机构改革中已经撤并或更名；更新清单时应换用新名称
//   en: Bodies that publish lists or occur in them, and that the reorganisations of 2018 and 2023 renamed or merged
// parameters:
//   department: {type: string, zh: 提及的部门, en: mentioned by, suggest: department}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   body: {zh: 原机构, en: former body}
//   successor: {zh: 现由谁承担, en: who does its work now}
//   year: {zh: 改革年份, en: year of the reform}
//   listed: {zh: 有清单, en: has a list}
//   mentioned_by: {zh: 提及的部门, en: mentioned by}
//   places: {zh: 事项, en: matters}
//   id: {zh: 编号, en: id, of: body}
MATCH (x:Department)
WHERE x.succeeded_by IS NOT NULL
OPTIONAL MATCH (x)<-[:ASSIGNED_TO]-(n:Division)-[:ABOUT]->(m:SharedMatter)-[:DECLARED_BY]->(by:Department)
WHERE $department IS NULL OR by.id = $department
WITH x, collect(DISTINCT by.name) AS mentioners, collect(DISTINCT m.matter) AS matters
WHERE $department IS NULL OR x.id = $department OR size(mentioners) > 0
RETURN x.name AS body, x.succeeded_by AS successor, x.reorganised AS year, coalesce(x.listed, false) AS listed,
       COLLECT { UNWIND mentioners AS value RETURN value ORDER BY value } AS mentioned_by,
       COLLECT { UNWIND matters AS value RETURN value ORDER BY value } AS places, x.id AS id
ORDER BY body, id
SKIP $offset LIMIT $limit
