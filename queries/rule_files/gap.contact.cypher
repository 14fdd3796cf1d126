// title: {zh: 公共服务无联系电话, en: Public service nobody can call}
// description:
//   zh: "公共服务事项没有联系电话，群众无从咨询；整张表没有这一栏的，同一地区合计一条。"
//   en: "A public service without a telephone number; tables that have no column for it count once in a region."
// class: gap
// severity: low
// weight: 0.5
// sentence:
//   zh: "{what_zh}没有联系电话{tail_zh}。"
//   en: "No telephone number is given for {what_en}."
// columns:
//   what_zh: {zh: 哪项服务, en: which service (Chinese)}
//   tail_zh: {zh: 表中有无该栏, en: whether the table has the column (Chinese)}
//   what_en: {zh: 哪项服务（英文）, en: which service}
// options: [supplement]
// reach: region
// # A column that the tables of a region lack is the form's fault: one finding, not one for each list or service.
CALL {
  MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
  WHERE ($touched IS NULL OR by.id IN $touched) AND '公共服务/phone' IN l.columns
    AND NOT '公共服务' IN coalesce(l.sections_read_in_part, [])
  MATCH (p:PublicService {list: l.id})
  WHERE coalesce(p.phone, '') IN ['', '无', '暂无', '/', '-', '—']
  RETURN [by.name] AS departments, l.id AS list, p.position AS position, [{role: 'service', id: p.id}] AS nodes, [p.id, ''] AS identity,
         '公共服务“' + p.name + '”' AS what_zh, '' AS tail_zh, 'the service “' + p.name + '”' AS what_en
  UNION ALL
  MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
  WHERE NOT '公共服务/phone' IN l.columns
    AND NOT '公共服务' IN coalesce(l.sections_read_in_part, []) AND EXISTS { MATCH (p:PublicService {list: l.id}) }
  WITH by, l ORDER BY by.name, l.id
  WITH by.region AS region, collect(by) AS bodies, collect(l) AS lists
  WHERE $touched IS NULL OR any(body IN bodies WHERE body.id IN $touched)
  RETURN [body IN bodies | body.name] AS departments, lists[0].id AS list, 0 AS position, [l IN lists | {role: 'list', id: l.id}] AS nodes,
         [coalesce(region, lists[0].id), 'column'] AS identity,
         CASE size(lists) WHEN 1 THEN '公共服务表里的所有事项都' ELSE toString(size(lists)) + '份清单公共服务表里的所有事项都' END AS what_zh,
         '，表中没有“联系电话”一栏' AS tail_zh,
         CASE size(lists) WHEN 1 THEN 'any service' ELSE 'any service in ' + toString(size(lists)) + ' lists' END + ': the table has no column for it' AS what_en
}
RETURN departments, nodes, identity, what_zh, tail_zh, what_en
ORDER BY departments[0], list, position
