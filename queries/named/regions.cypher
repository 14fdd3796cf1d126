// title: {zh: 行政区划一览, en: Regions}
// description:
//   zh: 图中的行政区划，上级、部门数、有清单的部门数
//   en: Regions in the graph, what each is part of, and how many departments it has, with lists and in all
// parameters:
//   text: {type: string, zh: 名称含, en: part of the name}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   region: {zh: 行政区划, en: region}
//   id: {zh: 编号, en: id, of: region}
//   code: {zh: 代码, en: code}
//   level: {zh: 层级, en: level}
//   part_of: {zh: 上级, en: part of}
//   listed: {zh: 有清单的部门, en: departments with a list}
//   departments: {zh: 部门, en: departments}
MATCH (r:Region)
WHERE $text IS NULL OR any(name IN [r.name] WHERE name CONTAINS $text)
RETURN r.name AS region, r.id AS id, r.code AS code, r.level AS level,
       head(COLLECT { MATCH (r)-[:PART_OF]->(p:Region) RETURN p.name AS name ORDER BY name }) AS part_of,
       COUNT { (r)<-[:IN_REGION]-(:Department {listed: true}) } AS listed,
       COUNT { (r)<-[:IN_REGION]-(:Department) } AS departments
ORDER BY code, id
SKIP $offset LIMIT $limit
