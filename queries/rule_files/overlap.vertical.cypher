// title: {zh: 上下级职责重复, en: The same duty at two levels}
// description:
//   zh: "上下两级政府的部门都写了同一项具体职责（审批、登记、检查、处罚、发放等），两处都没有写明辖区、本级、权限、限额等分级的界限。规划、制度、培训、宣传等各级都有的工作不列。"
//   en: "Departments of two levels of government list the same work on cases (permits, registration, inspection, punishment, payment), and neither says which level takes which: no area, rank, share of power or size. What every level has of its own, such as plans, rules, training and publicity, is left out."
// class: overlap
// severity: medium
// weight: 0.7
// sentence:
//   zh: “{upper}”的“{text}”与下级{lower_zh}的职责相同，都没有写明分级权限，同一件事由哪一级办理不清楚。
//   en: “{text}” of “{upper}” is also a duty of {lower_en} at a lower level; neither says which level handles which cases.
// columns:
//   upper: {zh: 上级部门, en: department of the higher level}
//   text: {zh: 上级的职责, en: duty of the higher level}
//   lower_zh: {zh: 下级部门（中文）, en: departments of the lower level (Chinese)}
//   lower_en: {zh: 下级部门（英文）, en: departments of the lower level}
// parts:
//   wording: {zh: 两处文字相近的程度, en: how alike the wording is}
// options: [delegate, clarify_boundary]
// settings:
//   min_wording: {zh: 两处文字相近到多少才列出（1为相同）, en: least likeness of the wording (1 is equal) that is reported, default: 0.8, minimum: 0.7, maximum: 1}
// reach: region
// # The edges are made by graph/repeats: from what lists of a lower level say to what says the same above them.
MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
WHERE $touched IS NULL OR by.id IN $touched
CALL (l) {
  MATCH (n:Duty {list: l.id}) RETURN n
  UNION ALL
  MATCH (n:Task {list: l.id}) RETURN n
}
CALL (n) {
  MATCH (n)<-[:REPEATS]-(:Duty|Task) RETURN n AS high
  UNION
  MATCH (n)-[:REPEATS]->(high:Duty|Task) RETURN high
}
WITH DISTINCT high
MATCH (high)<-[r:REPEATS]-(low:Duty|Task)
WHERE r.score >= $min_wording
MATCH (:DutyList {id: high.list})<-[:PUBLISHED]-(above:Department), (:DutyList {id: low.list})<-[:PUBLISHED]-(below:Department)
WHERE above.region <> below.region
WITH high, r, low, above, below ORDER BY below.region, below.name, low.position
WITH high, above, r.group AS group, r.one AS text, max(r.score) AS score, collect(low) AS nodes, collect(DISTINCT below) AS bodies
WHERE $touched IS NULL OR above.id IN $touched OR any(body IN bodies WHERE body.id IN $touched)
RETURN [above.name] + [body IN bodies | body.name] AS departments,
       [{role: 'a', id: high.id}] + [i IN range(0, size(nodes) - 1) | {role: substring('bcdefghijklmnopqrstuvwxyz', i % 25, 1), id: nodes[i].id}] AS nodes,
       [i IN range(1, size(nodes)) | [0, i]] AS pairs, [group] AS identity, score, {wording: score} AS parts, above.name AS upper, text,
       reduce(said = '', body IN bodies | said + CASE said WHEN '' THEN '' ELSE '、' END + '“' + body.name + '”') AS lower_zh,
       reduce(said = '', body IN bodies | said + CASE said WHEN '' THEN '' ELSE ', ' END + '“' + body.name + '”') AS lower_en
ORDER BY above.name, high.list, high.position, group
