// title: {zh: 有审批监管职责而无监管制度, en: Power without a supervision regime}
// description:
//   zh: "职责写有审批、许可或者监督管理，清单的监管制度部分却没有相应的制度。"
//   en: "A duty licenses or supervises others, but none of the regimes in the list is about it."
// class: gap
// severity: medium
// weight: 0.7
// sentence:
//   zh: “{power}”是审批或监管的职责，清单里没有相应的事中事后监管制度。
//   en: “{power}” is a duty to license or supervise; the list has no supervision regime for it.
// columns:
//   power: {zh: 审批或监管的内容, en: what is licensed or supervised}
// parts:
//   licence: {zh: 审批许可, en: it licenses}
//   supervision: {zh: 监督管理, en: it supervises}
// options: [supplement]
// # Duty.unsupervised (graph/analysis/coverage.py), only in lists whose section 监管制度 has regimes.
MATCH (by:Department)-[:HAS_DUTY]->(d:Duty)
MATCH (l:DutyList {id: d.list})
WHERE ($touched IS NULL OR by.id IN $touched) AND size(coalesce(d.unsupervised, [])) > 0
  AND NOT '监管制度' IN coalesce(l.sections_read_in_part, [])
WITH by, d, CASE WHEN any(power IN d.unsupervised WHERE power =~ '.*(审批|许可|核准|核发|发证|准入).*') THEN 0.4 ELSE 0.0 END AS licence,
     CASE WHEN any(power IN d.unsupervised WHERE power =~ '.*(监督|监管|检查|管理|稽查).*') THEN 0.6 ELSE 0.0 END AS supervision
RETURN [by.name] AS departments, [{role: 'duty', id: d.id}] AS nodes, d.unsupervised AS power, licence + supervision AS score,
       {licence: licence, supervision: supervision} AS parts
ORDER BY by.name, d.list, d.position
