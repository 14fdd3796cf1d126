// title: {zh: 公共服务无联系电话, en: Public service nobody can call}
// description:
//   zh: "公共服务事项没有联系电话，群众无从咨询；整张表没有这一栏的，按清单计一条。"
//   en: "A public service without a telephone number; a table that has no column for it counts once."
// class: gap
// severity: low
// weight: 0.5
// sentence:
//   zh: "{what_zh}没有联系电话。"
//   en: No telephone number is given for {what_en}.
// columns:
//   what_zh: {zh: 哪项服务, en: which service (Chinese)}
//   what_en: {zh: 哪项服务（英文）, en: which service}
// options: [supplement]
// # A list whose table has no column for the number is one finding, not one for each of its services.
CALL {
  MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
  WHERE ($touched IS NULL OR by.id IN $touched) AND '公共服务/phone' IN l.columns
    AND NOT '公共服务' IN coalesce(l.sections_read_in_part, [])
  MATCH (p:PublicService {list: l.id})
  WHERE coalesce(p.phone, '') IN ['', '无', '暂无', '/', '-', '—']
  RETURN by, l, p.position AS position, {role: 'service', id: p.id} AS node,
         '公共服务“' + p.name + '”' AS what_zh, 'the service “' + p.name + '”' AS what_en
  UNION ALL
  MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
  WHERE ($touched IS NULL OR by.id IN $touched) AND NOT '公共服务/phone' IN l.columns
    AND NOT '公共服务' IN coalesce(l.sections_read_in_part, []) AND EXISTS { MATCH (p:PublicService {list: l.id}) }
  RETURN by, l, 0 AS position, {role: 'list', id: l.id} AS node,
         '公共服务表没有该栏，所有服务事项都' AS what_zh, 'any service: the table has no column for it' AS what_en
}
RETURN [by.name] AS departments, [node] AS nodes, what_zh, what_en
ORDER BY by.name, l.id, position
