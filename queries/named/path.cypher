// title: {zh: 两个部门之间的依存路径, en: Dependency path between two departments}
// description:
//   zh: 两个部门经由分工、管理事项、职责、依据、监管对象相连的最短路径，逐步列出原文和出处；笼统的“有关部门”不算
//   en: The shortest path between two departments over divisions, matters, duties, bases and targets, step by step,
//     with the text each step rests on; bodies that are only called “other departments” do not count
// parameters:
//   a: {type: string, zh: 起点部门, en: from department, required: true, suggest: department}
//   b: {type: string, zh: 终点部门, en: to department, required: true, suggest: department}
// columns:
//   step: {zh: 步, en: step}
//   from_kind: {zh: 起点类别, en: kind of from, type: term}
//   from: {zh: 起点, en: from}
//   edge: {zh: 关系, en: edge, type: term}
//   forward: {zh: 顺向, en: edge leads from left to right}
//   to_kind: {zh: 终点类别, en: kind of to, type: term}
//   to: {zh: 终点, en: to}
//   text: {zh: 原文, en: text as printed}
//   id: {zh: 原文编号, en: id of the statement}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (a:Department {id: $a}), (b:Department {id: $b})
MATCH p = allShortestPaths((a)-[:ASSIGNED_TO|ABOUT|DECLARED_BY|HAS_DUTY|HAS_TASK|BASED_ON|RUNS|TARGETS|PROVIDES|HANDLED_BY|ADOPTED|HAS_ARTICLE*..8]-(b))
WHERE a <> b
WITH p, [n IN nodes(p) | n.id] AS ids
ORDER BY ids
LIMIT 1
UNWIND range(0, length(p) - 1) AS i
WITH i, nodes(p)[i] AS x, relationships(p)[i] AS r, nodes(p)[i + 1] AS y
WITH i, x, r, y, CASE WHEN startNode(r).list IS NULL THEN endNode(r) ELSE startNode(r) END AS statement
MATCH (statement)-[e:EXTRACTED_FROM]->(s:Document)
RETURN i + 1 AS step, labels(x)[0] AS from_kind, coalesce(x.name, x.title, x.matter, x.text, x.party) AS `from`,
       type(r) AS edge, startNode(r) = x AS forward,
       labels(y)[0] AS to_kind, coalesce(y.name, y.title, y.matter, y.text, y.party) AS to,
       coalesce(statement.text, statement.matter, statement.title, statement.name, statement.party) AS text,
       statement.id AS id, s.source AS source, coalesce(r.locator, e.locator) AS locator
ORDER BY step
