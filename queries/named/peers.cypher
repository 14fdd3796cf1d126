// title: {zh: 同类部门对照, en: Bodies of one kind compared}
// description:
//   zh: 同一省内同级同名的部门大多写有的工作：哪些部门写有，哪些部门没有；没有的少的在前
//   en: What most bodies of one name and level within a province list, who has it and who lacks it; what fewest lack first
// parameters:
//   department: {type: string, zh: 缺少的部门, en: a department that lacks it, suggest: department}
//   text: {type: string, zh: 工作含, en: part of the work}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   work: {zh: 工作, en: work}
//   having: {zh: 写有的部门数, en: how many list it}
//   has: {zh: 写有的部门, en: who lists it}
//   lacks: {zh: 没有的部门, en: who lacks it}
MATCH (d:Department)-[e:LACKS {position: 0}]->(n:Duty|Task)
WHERE NOT coalesce(e.answered, false) AND ($text IS NULL OR e.text CONTAINS $text)
  AND ($department IS NULL OR EXISTS {
    MATCH (:Department {id: $department})-[x:LACKS {position: 0}]->(n) WHERE NOT coalesce(x.answered, false)
  })
WITH n, e.text AS work, e.by AS by, d ORDER BY d.name
WITH n, work, by, collect(d.name) AS lacks
RETURN work, size(by) AS having, COLLECT { MATCH (h:Department) WHERE h.id IN by RETURN h.name ORDER BY h.name } AS has, lacks
ORDER BY size(lacks), work, n.id
SKIP $offset LIMIT $limit
