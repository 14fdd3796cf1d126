// title: {zh: 已读文件, en: Documents}
// description:
//   zh: 读过的每份文件及其中的清单：部门、行政区划、标题、章节、空章节、已归入的比例、读取提示的数目；没有行政区划的清单只与同一文件的清单比较
//   en: Every document that was read and the lists in it, with department, region, sections, the share that was placed and warnings of reading;
//     lists without a region are compared with those of their own document only
// parameters:
//   region: {type: string, zh: 行政区划名称或代码, en: name or code of the region, suggest: region}
//   document: {type: string, zh: 文件编号, en: id of the document}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 10000, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   source: {zh: 文件, en: source}
//   document_id: {zh: 文件编号, en: id of the document, of: source}
//   sha256: {zh: 文件校验值, en: SHA-256 of the document}
//   list: {zh: 清单标题, en: title of the list}
//   list_id: {zh: 清单编号, en: id of the list, of: list}
//   department: {zh: 部门, en: department}
//   department_id: {zh: 部门编号, en: id of the department}
//   region: {zh: 行政区划, en: region}
//   region_clue: {zh: 行政区划依据, en: clue to the region (Chinese)}
//   region_clue_en: {zh: 行政区划依据（英文）, en: clue to the region}
//   sections: {zh: 章节, en: sections}
//   empty_sections: {zh: 空章节, en: empty sections}
//   placed: {zh: 已归入, en: share that was placed}
//   read_in_part: {zh: 未读全, en: read in part}
//   sections_read_in_part: {zh: 未读全的章节, en: sections read in part}
//   warnings: {zh: 读取提示, en: warnings of reading}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (d:Department)-[:PUBLISHED]->(l:DutyList)-[e:EXTRACTED_FROM]->(s:Document)
WHERE ($region IS NULL OR d.region = $region) AND ($document IS NULL OR s.id = $document)
OPTIONAL MATCH (d)-[:IN_REGION]->(r:Region)
RETURN s.source AS source, s.id AS document_id, s.sha256 AS sha256, l.title AS list, l.id AS list_id,
       d.name AS department, d.id AS department_id, r.name AS region,
       l.region_clue AS region_clue, l.region_clue_en AS region_clue_en,
       coalesce(l.sections, []) AS sections, coalesce(l.empty_sections, []) AS empty_sections,
       coalesce(l.placed, 1.0) AS placed, coalesce(l.read_in_part, false) AS read_in_part,
       coalesce(l.sections_read_in_part, []) AS sections_read_in_part,
       coalesce(l.warnings, 0) + size([text IN [l.overlaps_cut, l.repeats_cut, l.peers_cut] WHERE text IS NOT NULL]) AS warnings, e.locator AS locator
ORDER BY source, sha256, department, list, list_id
SKIP $offset LIMIT $limit
