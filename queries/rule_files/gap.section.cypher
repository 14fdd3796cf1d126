// title: {zh: 章节缺失或空白, en: Section missing or empty}
// description:
//   zh: "清单应有部门职责、职责边界、监管制度、公共服务四个部分，缺少的或只有标题的列出来；写明“无”的不列。"
//   en: "A list has four sections; those that are missing, or hold a heading only, are named; one that says 无 is not."
// class: gap
// severity: medium
// weight: 0.8
// sentence:
//   zh: "{department}清单的“{section}”部分{state_zh}。"
//   en: "In the list of {department} the section {section} {state_en}."
// columns:
//   department: {zh: 部门, en: the department}
//   section: {zh: 章节, en: the section}
//   state_zh: {zh: 情形, en: what is wrong (Chinese)}
//   state_en: {zh: 情形（英文）, en: what is wrong}
// options: [supplement, confirm_nil]
// # Without its duties a list says nothing; a body that serves other bodies ($inward_bodies) hardly has services to the public.
// # Which sections a list has to have, its kind says (ingest/lists/kinds.yaml); one of rules (制度) has none of them. Where
// # something was not read, it may be the very section that seems to be missing. Where a body has several lists, each may have
// # its own sections, and what none of them has is missing in the first.
MATCH (l:DutyList)<-[:PUBLISHED]-(by:Department)
WHERE $touched IS NULL OR by.id IN $touched
UNWIND coalesce(l.required_sections, l.sections) AS section
WITH l, by, section
WHERE NOT EXISTS {
    MATCH (by)-[:PUBLISHED]->(other:DutyList)
    WHERE other.id <> l.id AND section IN other.sections AND NOT section IN coalesce(other.empty_sections, [])
  }
  AND (section IN l.sections OR NOT EXISTS {
    MATCH (by)-[:PUBLISHED]->(other:DutyList)
    WHERE coalesce(other.read_in_part, false) OR section IN other.sections
       OR (other.id < l.id AND section IN coalesce(other.required_sections, []))
  })
WITH l, by, section, CASE
       WHEN section IN coalesce(l.sections_read_in_part, []) THEN null
       WHEN NOT section IN l.sections THEN ['缺失', 'is missing']
       WHEN section IN coalesce(l.nil_sections, []) THEN null
       WHEN section IN l.empty_sections THEN ['只有标题，没有内容', 'has a heading and no content']
     END AS state
WHERE state IS NOT NULL
RETURN [by.name] AS departments, [{role: 'list', id: l.id}] AS nodes, section AS key, section, by.name AS department,
       CASE WHEN section = '部门职责' THEN 'high' WHEN section = '公共服务' AND by.name =~ $inward_bodies THEN 'low' ELSE 'medium' END AS severity,
       state[0] AS state_zh, state[1] AS state_en
ORDER BY by.name, l.id, section
