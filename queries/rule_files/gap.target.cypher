// title: {zh: 监管制度无监督检查对象, en: Supervision regime without target}
// description:
//   zh: "监管制度没有写明监督检查谁。没有检查章节的制度多是约束本部门自身的，得分较低。"
//   en: "A supervision regime that does not say who is inspected. One without a section on inspections mostly binds the department itself and scores less."
// class: gap
// severity: medium
// weight: 0.5
// sentence:
//   zh: 监管制度“{title}”没有写明监督检查对象。
//   en: The supervision regime “{title}” does not say who is inspected.
// columns:
//   title: {zh: 监管制度, en: the regime}
//   sections: {zh: 章节, en: its sections}
// parts:
//   sections: {zh: "章节：{sections}", en: "sections: {sections}"}
// options: [supplement]
// # A regime on the department's own discretion ($own_conduct: 规范行政处罚裁量权) inspects nobody by nature. Another one
// # that says item by item whom it inspects ($named_targets) lacks no more than the heading. One
// # without a section on inspections mostly binds the department itself: it scores less.
MATCH (by:Department)-[:RUNS]->(r:SupervisionRegime)
MATCH (l:DutyList {id: r.list})
WHERE ($touched IS NULL OR by.id IN $touched) AND coalesce(r.targets, '') = '' AND NOT r.title =~ $own_conduct AND NOT coalesce(r.text, '') =~ $named_targets
  AND NOT '监管制度' IN coalesce(l.sections_read_in_part, [])
WITH by, r, CASE WHEN any(section IN r.sections WHERE section CONTAINS '检查') THEN 1.0 ELSE 0.5 END AS score
RETURN [by.name] AS departments, [{role: 'regime', id: r.id}] AS nodes, r.title AS title,
       r.sections AS sections, score, {sections: score} AS parts
ORDER BY by.name, r.list, r.position
