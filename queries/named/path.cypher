// title: {zh: 两个部门之间的依存路径, en: Dependency paths between two departments}
// description:
//   zh: 两个部门经由分工、管理事项、职责、依据、监管对象相连的最好的几条路径，逐步列出原文和出处；步数少、途经之处少有清单共用的在前，各条路径互不经过同一处；笼统的“有关部门”不算，超过一定份数或过半数清单共用的依据和监管对象也不算联系
//   en: The best paths between two departments over divisions, matters, duties, bases and targets, step by step, with the
//     text each step rests on, the shortest and least shared first, none over what another one passes; bodies that are only
//     called “other departments” do not count, nor do bases and targets that more lists than given, or more than half of
//     all, have in common
// parameters:
//   a: {type: string, zh: 起点部门, en: from department, required: true, suggest: department}
//   b: {type: string, zh: 终点部门, en: to department, required: true, suggest: department}
//   paths: {type: integer, zh: 最多几条路径, en: most paths, default: 1, minimum: 1, maximum: 10}
//   hops: {type: integer, zh: 每条最多几步, en: most steps of a path, default: 8, minimum: 1, maximum: 8}
//   shared: {type: integer, zh: 依据或监管对象最多由多少份清单共用, en: most lists that have a basis or target in common, default: 10, minimum: 2, maximum: 1000}
// computed: [path_steps]
// columns:
//   path: {zh: 路径, en: path}
//   step: {zh: 步, en: step}
//   from_kind: {zh: 起点类别, en: kind of from, type: term}
//   from: {zh: 起点, en: from}
//   edge: {zh: 关系, en: edge, type: term}
//   forward: {zh: 顺向, en: edge leads from left to right}
//   to_kind: {zh: 终点类别, en: kind of to, type: term}
//   to: {zh: 终点, en: to}
//   text: {zh: 原文, en: text as printed}
//   id: {zh: 原文编号, en: id of the statement, of: text}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
// # The steps: graph/analysis/paths.py. One branch per label, so that an index answers each.
CALL {
  UNWIND $path_steps AS s UNWIND [s.from, s.to] AS id MATCH (n:Department {id: id}) RETURN n
  UNION
  UNWIND $path_steps AS s UNWIND [s.from, s.to] AS id MATCH (n:Office {id: id}) RETURN n
  UNION
  UNWIND $path_steps AS s UNWIND [s.from, s.to] AS id MATCH (n:Duty {id: id}) RETURN n
  UNION
  UNWIND $path_steps AS s UNWIND [s.from, s.to] AS id MATCH (n:Task {id: id}) RETURN n
  UNION
  UNWIND $path_steps AS s UNWIND [s.from, s.to] AS id MATCH (n:LegalBasis {id: id}) RETURN n
  UNION
  UNWIND $path_steps AS s UNWIND [s.from, s.to] AS id MATCH (n:SharedMatter {id: id}) RETURN n
  UNION
  UNWIND $path_steps AS s UNWIND [s.from, s.to] AS id MATCH (n:Division {id: id}) RETURN n
  UNION
  UNWIND $path_steps AS s UNWIND [s.from, s.to] AS id MATCH (n:SupervisionRegime {id: id}) RETURN n
  UNION
  UNWIND $path_steps AS s UNWIND [s.from, s.to] AS id MATCH (n:SupervisionTarget {id: id}) RETURN n
  UNION
  UNWIND $path_steps AS s UNWIND [s.from, s.to] AS id MATCH (n:PublicService {id: id}) RETURN n
  UNION
  UNWIND $path_steps AS s UNWIND [s.from, s.to] AS id MATCH (n:Rule {id: id}) RETURN n
  UNION
  UNWIND $path_steps AS s UNWIND [s.from, s.to] AS id MATCH (n:Article {id: id}) RETURN n
}
WITH collect(n) AS nodes
UNWIND $path_steps AS s
WITH s, [n IN nodes WHERE n.id = s.from][0] AS x, [n IN nodes WHERE n.id = s.to][0] AS y
WITH s, x, y, CASE WHEN s.forward THEN x ELSE y END AS start, CASE WHEN s.forward THEN y ELSE x END AS end
WITH s, x, y, CASE WHEN start.list IS NULL THEN end ELSE start END AS statement
MATCH (statement)-[e:EXTRACTED_FROM]->(d:Document)
RETURN s.path AS path, s.step AS step, labels(x)[0] AS from_kind, coalesce(x.name, x.title, x.matter, x.text, x.party) AS `from`,
       s.edge AS edge, s.forward AS forward,
       labels(y)[0] AS to_kind, coalesce(y.name, y.title, y.matter, y.text, y.party) AS to,
       coalesce(statement.text, statement.matter, statement.title, statement.name, statement.party) AS text,
       statement.id AS id, d.source AS source, coalesce(s.locator, e.locator) AS locator
ORDER BY path, step
