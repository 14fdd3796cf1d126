// title: {zh: 只被提及的机构, en: Bodies known only by mention}
// description:
//   zh: 自己没有清单、只在其他部门的清单中出现的机构，谁在哪些事项或服务中提到它
//   en: Bodies without a list of their own, who mentions them and in which matters and services
// parameters:
//   text: {type: string, zh: 名称含, en: part of the name}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   body: {zh: 机构, en: body}
//   vague: {zh: 笼统, en: vague}
//   times: {zh: 提及次数, en: mentions}
//   mentioned_by: {zh: 提及的部门, en: mentioned by}
//   mentioned_in: {zh: 事项或服务, en: matters and services}
//   printed: {zh: 原文名称, en: names as printed}
//   id: {zh: 编号, en: id, of: body}
MATCH (x:Department)
WHERE NOT coalesce(x.listed, false) AND ($text IS NULL OR x.name CONTAINS $text)
CALL (x) {
  MATCH (x)<-[e:ASSIGNED_TO]-(n:Division)-[:ABOUT]->(m:SharedMatter)
  RETURN n.list AS list, m.matter AS place, e.printed AS name
  UNION ALL
  MATCH (x)<-[e:HANDLED_BY]-(n:PublicService)
  RETURN n.list AS list, n.name AS place, e.printed AS name
}
MATCH (:DutyList {id: list})<-[:PUBLISHED]-(by:Department)
WITH x, count(*) AS times, collect(DISTINCT by.name) AS mentioners, collect(DISTINCT place) AS places,
     collect(DISTINCT name) AS names
RETURN x.name AS body, coalesce(x.vague, false) AS vague, times,
       COLLECT { UNWIND mentioners AS value RETURN value ORDER BY value } AS mentioned_by,
       COLLECT { UNWIND places AS value RETURN value ORDER BY value } AS mentioned_in,
       COLLECT { UNWIND names AS value RETURN value ORDER BY value } AS printed, x.id AS id
ORDER BY times DESC, body, id
SKIP $offset LIMIT $limit
