// title: {zh: 重叠未划边界, en: Overlap without a declared boundary}
// description:
//   zh: "两个部门在一个或几个对象上职责重叠，而没有任何清单把它列为共同管理事项。按部门两两汇总，便于逐对划分边界。"
//   en: "Two departments overlap in one or more objects, and no list declares any of them as a shared matter. Gathered by pairs of departments, to draw the boundary pair by pair."
// class: boundary
// severity: medium
// weight: 0.9
// sentence:
//   zh: “{one}”与“{other}”在{objects_zh}上职责重叠，没有清单划分边界。
//   en: “{one}” and “{other}” overlap in {objects_en}; no list declares a boundary.
// columns:
//   one: {zh: 部门, en: department}
//   other: {zh: 另一部门, en: other department}
//   objects_zh: {zh: 对象（中文）, en: objects (Chinese)}
//   objects_en: {zh: 对象（英文）, en: objects}
// options: [clarify_boundary, name_lead]
// settings:
//   min_score: {zh: 重叠的分数达到多少才算, en: least score of an overlap that counts, default: 0.7, minimum: 0.4, maximum: 1}
//   most: {zh: 最多列出几对, en: most pairs that are listed, default: 6, minimum: 1, maximum: 20}
// reach: region
MATCH (a:Duty|Task)-[s:SIMILAR_TO]->(b:Duty|Task)
WHERE s.score >= $min_score AND s.declared IS NULL
MATCH (x:Department)-[:PUBLISHED]->(:DutyList {id: a.list}), (y:Department)-[:PUBLISHED]->(:DutyList {id: b.list})
WITH s, a, b, CASE WHEN x.id < y.id THEN x ELSE y END AS one, CASE WHEN x.id < y.id THEN y ELSE x END AS other
WHERE $touched IS NULL OR one.id IN $touched OR other.id IN $touched
WITH one, other, s, a, b ORDER BY s.score DESC, a.id, b.id
WITH one, other, collect({s: s, a: a.id, b: b.id})[0..toInteger($most)] AS found
WITH one, other, found,
     reduce(all = [], f IN found | all + [n IN [f.a, f.b] WHERE NOT n IN all]) AS nodes,
     reduce(all = [], f IN found | all + [o IN [f.s.object_zh] WHERE NOT o IN all]) AS zh,
     reduce(all = [], f IN found | all + [o IN [f.s.object_en] WHERE NOT o IN all]) AS en
RETURN [one.name, other.name] AS departments,
       [i IN range(0, size(nodes) - 1) | {role: substring('abcdefghijklmnopqrstuvwxyz', i % 26, 1), id: nodes[i]}] AS nodes,
       [f IN found | [[i IN range(0, size(nodes) - 1) WHERE nodes[i] = f.a][0], [i IN range(0, size(nodes) - 1) WHERE nodes[i] = f.b][0]]] AS pairs,
       [one.id, other.id] AS identity, found[0].s.score AS score, one.name AS one, other.name AS other,
       reduce(text = '', o IN zh | text + CASE text WHEN '' THEN '' ELSE '、' END + '“' + o + '”') AS objects_zh,
       reduce(text = '', o IN en | text + CASE text WHEN '' THEN '' ELSE ', ' END + '“' + o + '”') AS objects_en
ORDER BY score DESC, identity
