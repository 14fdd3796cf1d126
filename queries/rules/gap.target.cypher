// title: {zh: 监管制度无监督检查对象, en: Supervision regime without target}
// class: gap
// severity: medium
// weight: 0.5
// sentence:
//   zh: 监管制度“{title}”没有写明监督检查对象。
//   en: The supervision regime “{title}” does not say who is inspected.
// columns:
//   title: {zh: 监管制度, en: the regime}
// options: [supplement]
MATCH (by:Department)-[:RUNS]->(r:SupervisionRegime)
WHERE coalesce(r.targets, '') = ''
RETURN [by.name] AS departments, [{role: 'regime', id: r.id}] AS nodes, r.title AS title
ORDER BY by.name, r.list, r.position
