// title: {zh: 已读文件, en: Documents}
// description:
//   zh: 读过的每份文件及其中的清单：部门、标题、章节、空章节、读取提示的数目
//   en: Every document that was read and the lists in it, with department, sections and warnings of reading
// parameters: {}
// columns:
//   source: {zh: 文件, en: source}
//   sha256: {zh: 文件校验值, en: SHA-256 of the document}
//   list: {zh: 清单标题, en: title of the list}
//   department: {zh: 部门, en: department}
//   department_id: {zh: 部门编号, en: id of the department}
//   sections: {zh: 章节, en: sections}
//   empty_sections: {zh: 空章节, en: empty sections}
//   warnings: {zh: 读取提示, en: warnings of reading}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (d:Department)-[:PUBLISHED]->(l:DutyList)-[e:EXTRACTED_FROM]->(s:Document)
RETURN s.source AS source, s.sha256 AS sha256, l.title AS list, d.name AS department, d.id AS department_id,
       coalesce(l.sections, []) AS sections, coalesce(l.empty_sections, []) AS empty_sections,
       coalesce(l.warnings, 0) AS warnings, e.locator AS locator
ORDER BY source, sha256, department, list
