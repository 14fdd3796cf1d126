// title: {zh: 部门概况, en: Department card}
// description:
//   zh: 一个部门的名称、别称、行政区划，及其每份清单的标题、章节和出处；没有清单的部门也可查
//   en: Names, region and lists of one department, also of one that is only mentioned
// parameters:
//   department: {type: string, zh: 部门, en: department, required: true, suggest: department}
// columns:
//   department: {zh: 部门, en: department}
//   id: {zh: 编号, en: id, of: department}
//   aliases: {zh: 别称, en: other names}
//   region: {zh: 行政区划, en: region}
//   region_clue: {zh: 行政区划依据, en: clue to the region (Chinese)}
//   region_clue_en: {zh: 行政区划依据（英文）, en: clue to the region}
//   level: {zh: 层级, en: level}
//   listed: {zh: 有清单, en: has a list}
//   list: {zh: 清单标题, en: title of the list}
//   sections: {zh: 章节, en: sections}
//   empty_sections: {zh: 空章节, en: empty sections}
//   placed: {zh: 已归入, en: share that was placed}
//   read_in_part: {zh: 未读全, en: read in part}
//   sections_read_in_part: {zh: 未读全的章节, en: sections read in part}
//   warnings: {zh: 读取提示, en: warnings of reading}
//   source: {zh: 文件, en: source}
//   locator: {zh: 位置, en: locator, type: locator}
MATCH (d:Department {id: $department})
OPTIONAL MATCH (d)-[:IN_REGION]->(r:Region)
OPTIONAL MATCH (d)-[:PUBLISHED]->(l:DutyList)-[e:EXTRACTED_FROM]->(s:Document)
RETURN d.name AS department, d.id AS id, coalesce(d.aliases, []) AS aliases, r.name AS region,
       l.region_clue AS region_clue, l.region_clue_en AS region_clue_en, d.level AS level,
       coalesce(d.listed, false) AS listed, l.title AS list, l.sections AS sections,
       l.empty_sections AS empty_sections, l.placed AS placed, coalesce(l.read_in_part, false) AS read_in_part,
       coalesce(l.sections_read_in_part, []) AS sections_read_in_part, coalesce(l.warnings, 0) + size([text IN [l.overlaps_cut, l.repeats_cut, l.peers_cut] WHERE text IS NOT NULL]) AS warnings, s.source AS source, e.locator AS locator
ORDER BY list, source, locator, region
