// title: {zh: 别处的同文清单, en: Lists elsewhere in the same words}
// description:
//   zh: 一个部门的职责和工作事项有多少与别处同级同名部门的一字不差，清单里又留有哪里的名称；相同的多的在前
//   en: How many duties and tasks of a department stand word for word in the lists of its namesakes elsewhere, and whose names its own list still has; most first
// parameters:
//   department: {type: string, zh: 部门, en: department, required: true, suggest: department}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 100, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   other: {zh: 别处的部门, en: its namesake}
//   same: {zh: 相同条数, en: same texts}
//   texts: {zh: 本清单条数, en: texts of this list}
//   left: {zh: 本清单中留有的当地名称, en: names from there in this list}
//   examples: {zh: 相同文字举例, en: examples}
MATCH (d:Department {id: $department, listed: true})-[:HAS_DUTY]->(own:Duty)
OPTIONAL MATCH (own)-[:HAS_TASK]->(t:Task)
UNWIND [own.text, t.text] AS text
WITH d, collect(DISTINCT text) AS texts
MATCH (o:Department {listed: true, key: d.key})-[:HAS_DUTY]->(theirs:Duty)
WHERE o.level = d.level AND o.region <> d.region
OPTIONAL MATCH (theirs)-[:HAS_TASK]->(t:Task)
UNWIND [theirs.text, t.text] AS text
WITH d, o, texts, text WHERE text IN texts
WITH d, o, size(texts) AS texts, collect(DISTINCT text) AS same
RETURN o.name AS other, size(same) AS same, texts,
       COLLECT {
         MATCH (d)-[:PUBLISHED]->(:DutyList)<-[s:SHOWS_SLIP {kind: 'foreign'}]-()
         MATCH (o)-[:IN_REGION]->(:Region)-[:PART_OF*0..2]->(:Region {name: s.about})
         RETURN DISTINCT s.printed AS printed ORDER BY printed
       } AS left,
       COLLECT { UNWIND same AS text RETURN text ORDER BY size(text) DESC, text LIMIT 3 } AS examples
ORDER BY same DESC, other
SKIP $offset LIMIT $limit
