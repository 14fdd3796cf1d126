// title: {zh: 出处, en: Source of a statement}
// description:
//   zh: 一条内容（按编号）出自哪个部门的哪份清单、哪个文件的什么位置
//   en: Which document, list and place a statement comes from, by its id
// parameters:
//   id: {type: string, zh: 编号, en: id, required: true}
// columns:
//   kind: {zh: 类别, en: kind, type: term}
//   title: {zh: 名称, en: name}
//   text: {zh: 内容, en: text}
//   department: {zh: 部门, en: department}
//   list: {zh: 清单标题, en: title of the list}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
//   sha256: {zh: 文件校验值, en: SHA-256 of the document}
MATCH (n:__STATEMENTS__|DutyList)
WHERE n.id = $id
MATCH (l:DutyList {id: n.list})<-[:PUBLISHED]-(by:Department)
MATCH (n)-[e:EXTRACTED_FROM]->(s:Document)
RETURN labels(n)[0] AS kind, coalesce(n.name, n.title, n.matter, n.party) AS title, coalesce(n.text, n.content) AS text,
       by.name AS department, l.title AS list, s.source AS source, e.locator AS locator, s.sha256 AS sha256
ORDER BY source, locator
