// title: {zh: 有审批监管职责而无监管制度, en: Power without a supervision regime}
// description:
//   zh: "职责写有审批、许可或者监督管理，清单的监管制度部分却没有相应的制度。"
//   en: "A duty licenses or supervises others, but none of the regimes in the list is about it."
// class: gap
// severity: medium
// weight: 0.7
// sentence:
//   zh: “{power}”是审批或监管的职责，清单所列{regimes}项监管制度都不针对这件事{grave}。
//   en: “{power}” is a duty to license or supervise; none of the {regimes} supervision regimes in the list is about it{grave}.
// clauses:
//   grave: {zh: （事关资金、安全、健康或审批）, en: " (money, safety, health or an approval hangs on it)"}
// columns:
//   power: {zh: 审批或监管的内容, en: what is licensed or supervised, whole: true}
//   regimes: {zh: 监管制度数, en: how many regimes the list has}
//   grave: {zh: 是否事关资金、安全、健康或审批, en: "whether money, safety, health or an approval hangs on it"}
// parts:
//   licence: {zh: 审批许可, en: it licenses}
//   supervision: {zh: 监督管理, en: it supervises}
// options: [supplement]
// # Medium where money, safety, health or an approval hangs on it ($hazards). Duty.unsupervised (graph/analysis/coverage.py), only in lists whose section 监管制度 has regimes.
MATCH (by:Department)-[:HAS_DUTY]->(d:Duty)
WHERE ($touched IS NULL OR by.id IN $touched) AND size(coalesce(d.unsupervised, [])) > 0
  AND NOT EXISTS { MATCH (by)-[:PUBLISHED]->(l:DutyList) WHERE '监管制度' IN coalesce(l.sections_read_in_part, []) }
WITH by, d, COLLECT { MATCH (d)-[:HAS_TASK]->(t:Task) WHERE any(power IN d.unsupervised WHERE t.text CONTAINS power) RETURN t.id ORDER BY t.position } AS tasks,
     COLLECT { MATCH (by)-[:RUNS]->(r:SupervisionRegime) RETURN r.id ORDER BY r.list, r.position } AS regimes,
     CASE WHEN any(power IN d.unsupervised WHERE power =~ '.*(审批|许可|核准|核发|发证|准入).*') THEN 0.4 ELSE 0.0 END AS licence,
     CASE WHEN any(power IN d.unsupervised WHERE power =~ '.*(监督|监管|检查|管理|稽查).*') THEN 0.6 ELSE 0.0 END AS supervision,
     any(power IN d.unsupervised WHERE power =~ $hazards) AS grave
RETURN [by.name] AS departments,
       [{role: 'duty', id: d.id, quotes: d.unsupervised}] + [id IN tasks | {role: 'task', id: id, quotes: d.unsupervised}]
       + [id IN regimes | {role: 'regime', id: id}] AS nodes, [d.id, ''] AS identity, size(regimes) AS regimes,
       CASE WHEN grave THEN 'medium' ELSE 'low' END AS severity, grave,
       reduce(said = head(d.unsupervised), one IN tail(d.unsupervised) | said + '”“' + one) AS power, licence + supervision AS score,
       {licence: licence, supervision: supervision} AS parts
ORDER BY by.name, d.list, d.position
