// title: {zh: 重叠未划边界, en: Overlap without a declared boundary}
// description:
//   zh: "两个部门在一个对象上职责明显重叠，而本区划所有清单的管理事项都没有与此相关的。按部门两两、逐个对象列出，便于逐项划分边界。"
//   en: "Two departments plainly overlap in an object, and among the shared matters of all lists of the region none is near it. One for each pair of departments and object, to draw the boundary one by one."
// class: boundary
// severity: medium
// weight: 0.9
// sentence:
//   zh: “{one}”与“{other}”在“{object_zh}”上职责重叠，未在{lists}份清单的{matters}个管理事项中找到职责边界{grave}。
//   en: “{one}” and “{other}” overlap in “{object_en}”; no boundary was found in the {matters} shared matters of {lists} lists{grave}.
// clauses:
//   grave: {zh: （事关资金、安全或审批）, en: " (money, safety or an approval hangs on it)"}
// columns:
//   one: {zh: 部门, en: department}
//   other: {zh: 另一部门, en: other department}
//   object_zh: {zh: 对象（中文）, en: object (Chinese)}
//   object_en: {zh: 对象（英文）, en: object}
//   lists: {zh: 查过几份清单, en: number of lists that were searched}
//   matters: {zh: 查过几个管理事项, en: number of shared matters that were searched}
//   grave: {zh: 是否事关资金、安全或审批, en: "whether money, safety or an approval hangs on it"}
// options: [clarify_boundary, name_lead]
// settings:
//   min_score: {zh: 重叠的分数达到多少才算, en: least score of an overlap that counts, default: 0.7, minimum: 0.4, maximum: 1}
//   most: {zh: 最多列出几对, en: most pairs that are listed, default: 6, minimum: 1, maximum: 20}
// reach: region
// # boundary: graph/analysis/boundaries/declared_boundary.py. The object is told by its name; what stands in brackets (节能（含建筑节能）)
// # differs from pair to pair of one story.
MATCH (a:Duty|Task)-[s:SIMILAR_TO]->(b:Duty|Task)
WHERE s.score >= $min_score AND s.boundary = 'none'
MATCH (x:Department)-[:PUBLISHED]->(:DutyList {id: a.list}), (y:Department)-[:PUBLISHED]->(:DutyList {id: b.list})
WITH s, a, b, CASE WHEN x.id < y.id THEN x ELSE y END AS one, CASE WHEN x.id < y.id THEN y ELSE x END AS other
WHERE $touched IS NULL OR one.id IN $touched OR other.id IN $touched
WITH one, other, s, a, b, split(s.object_zh, '（')[0] AS object ORDER BY s.score DESC, a.id, b.id
WITH one, other, object, collect({s: s, a: a.id, b: b.id})[0..toInteger($most)] AS found
WITH one, other, object, found, found[0].s AS s, (found[0].s.object_zh + found[0].s.function_zh) =~ $stakes AS grave,
     reduce(all = [], f IN found | all + [n IN [f.a, f.b] WHERE NOT n IN all]) AS nodes
RETURN [one.name, other.name] AS departments,
       [i IN range(0, size(nodes) - 1) | {role: substring('abcdefghijklmnopqrstuvwxyz', i % 26, 1), id: nodes[i]}] AS nodes,
       [f IN found | [[i IN range(0, size(nodes) - 1) WHERE nodes[i] = f.a][0], [i IN range(0, size(nodes) - 1) WHERE nodes[i] = f.b][0]]] AS pairs,
       {answer: s.boundary, matters: [], searched: {lists: s.searched_lists, matters: s.searched_matters}} AS boundary,
       [one.id, other.id, object] AS identity, s.score AS score, CASE WHEN grave THEN 'high' ELSE 'medium' END AS severity,
       one.name AS one, other.name AS other, object AS object_zh, s.object_en AS object_en,
       s.searched_lists AS lists, s.searched_matters AS matters, grave
ORDER BY score DESC, identity
