// title: {zh: 监管制度无量化指标, en: Supervision regime without figures}
// description:
//   zh: "监管制度没有写检查频次、比例或者办理时限，无从考核。"
//   en: "A supervision regime names no frequency, share or deadline that it could be held to."
// class: gap
// severity: low
// weight: 0.6
// sentence:
//   zh: "{department}的监管制度“{title}”没有写检查频次、抽查比例或者办理时限。"
//   en: The supervision regime “{title}” of {department} names no frequency of inspection, share of samples or deadline.
// columns:
//   department: {zh: 部门, en: the department}
//   title: {zh: 监管制度, en: the regime}
//   sections: {zh: 章节, en: its sections}
// parts:
//   sections: {zh: "章节：{sections}", en: "sections: {sections}"}
// options: [supplement]
// # A regime on the department's own discretion ($own_conduct) inspects nobody. One without a section on inspections scores less.
MATCH (by:Department)-[:RUNS]->(r:SupervisionRegime)
MATCH (l:DutyList {id: r.list})
WHERE ($touched IS NULL OR by.id IN $touched) AND coalesce(r.text, '') <> '' AND NOT r.text =~ $figures AND NOT r.title =~ $own_conduct
  AND NOT '监管制度' IN coalesce(l.sections_read_in_part, [])
WITH by, r, CASE WHEN any(section IN r.sections WHERE section CONTAINS '检查') THEN 1.0 ELSE 0.5 END AS score
RETURN [by.name] AS departments, [{role: 'regime', id: r.id}] AS nodes, by.name AS department, r.title AS title, r.sections AS sections,
       score, {sections: score} AS parts
ORDER BY by.name, r.list, r.position
