// title: {zh: 没有着落的事项, en: Orphans}
// description:
//   zh: 没有工作事项的职责、没有责任股室的工作事项、没有相关部门的管理事项、没有承办机构的服务；清单没有该栏、或该章节未读全的不算
//   en: Duties without tasks, tasks without office, matters without parties, services without handler, as printed;
//     only where the list has that column and its section was read as a whole
// parameters:
//   department: {type: string, zh: 部门, en: department, suggest: department}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   department: {zh: 部门, en: department}
//   kind: {zh: 类别, en: kind, type: term}
//   lacks: {zh: 缺少, en: lacks, type: term}
//   text: {zh: 内容, en: text}
//   id: {zh: 编号, en: id, of: text}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
WHERE $department IS NULL OR by.id = $department
CALL (l) {
  MATCH (n:Duty {list: l.id})
  WHERE '部门职责/task' IN l.columns AND NOT '部门职责' IN coalesce(l.sections_read_in_part, [])
    AND NOT EXISTS { (n)-[:HAS_TASK]->(:Task) }
  RETURN n, 'Task' AS lacks
  UNION ALL
  MATCH (n:Task {list: l.id})
  WHERE '部门职责/office' IN l.columns AND NOT '部门职责' IN coalesce(l.sections_read_in_part, [])
    AND NOT EXISTS { (n)-[:HANDLED_BY]->() }
  RETURN n, 'Office' AS lacks
  UNION ALL
  MATCH (n:SharedMatter {list: l.id})
  WHERE NOT '职责边界' IN coalesce(l.sections_read_in_part, [])
    AND NOT EXISTS { (n)<-[:ABOUT]-(:Division) }
  RETURN n, 'Division' AS lacks
  UNION ALL
  MATCH (n:PublicService {list: l.id})
  WHERE '公共服务/handler' IN l.columns AND NOT '公共服务' IN coalesce(l.sections_read_in_part, [])
    AND NOT EXISTS { (n)-[:HANDLED_BY]->() }
  RETURN n, 'Office' AS lacks
}
MATCH (n)-[e:EXTRACTED_FROM]->(s:Document)
RETURN by.name AS department, labels(n)[0] AS kind, lacks, coalesce(n.name, n.matter, n.text) AS text, n.id AS id,
       s.source AS source, e.locator AS locator
ORDER BY department, n.list, n.position
SKIP $offset LIMIT $limit
