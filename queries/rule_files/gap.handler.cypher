// title: {zh: 承办机构不明, en: Handler that is no known office}
// description:
//   zh: "公共服务事项的承办机构不是本部门清单中承担工作事项的股室，群众找不到对应的内设机构。"
//   en: "The body that handles a public service is none of the offices that carry out the department's tasks."
// class: gap
// severity: low
// weight: 0.55
// sentence:
//   zh: 公共服务“{service}”的承办机构“{handler}”不是本部门清单中的责任股室。
//   en: “{handler}”, who handles the service “{service}”, is no office of the department's list.
// columns:
//   service: {zh: 服务事项, en: the service}
//   handler: {zh: 承办机构（原文）, en: the handler as printed}
// parts:
//   office: {zh: 名称像内设机构（不像所属单位）, en: "its name is that of an office, not of a subordinate unit"}
// options: [clarify_boundary, supplement]
// # Only where the list names offices for its tasks. 业务指导处 is 档案业务指导处: a name that holds the other is known. A centre,
// # station or institute may be a unit of the department that no task names: it scores less.
MATCH (l:DutyList)<-[:PUBLISHED]-(by:Department)
WHERE ($touched IS NULL OR by.id IN $touched) AND '部门职责/office' IN l.columns
  AND NOT '部门职责' IN coalesce(l.sections_read_in_part, []) AND NOT '公共服务' IN coalesce(l.sections_read_in_part, [])
WITH l, by, COLLECT { MATCH (by)-[:HAS_OFFICE]->(o:Office) WHERE EXISTS { (o)<-[:HANDLED_BY]-(:Task {list: l.id}) } RETURN o.name } AS known
WHERE size(known) > 0
MATCH (p:PublicService {list: l.id})-[:HANDLED_BY]->(h:Office|Department)
WHERE h.id <> by.id AND none(name IN known WHERE name CONTAINS h.name OR h.name CONTAINS name)
WITH l, by, p, collect(h.name) AS names
WITH l, by, p, CASE WHEN any(name IN names WHERE name =~ '.*(股|科|处|室|办)') THEN 1.0 ELSE 0.5 END AS score
RETURN [by.name] AS departments, [{role: 'service', id: p.id}] AS nodes, p.name AS service, p.handler AS handler,
       score, {office: score} AS parts
ORDER BY by.name, l.id, p.position
