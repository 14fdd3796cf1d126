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
//   min_score: {zh: 重叠的分数达到多少才算, en: least score of an overlap that counts, default: 0.5, minimum: 0.5, maximum: 1}
// reach: region
// # boundary: graph/analysis/boundaries/declared_boundary.py. High where what hangs on it ($stakes) is in what the overlap is called, or in
// # both clauses: it may be called by what is inspected, while both texts speak of the money or the danger.
MATCH (t:Department)
WHERE $touched IS NULL OR t.id IN $touched
WITH DISTINCT t.region AS region
MATCH (x:Department {region: region})-[:PUBLISHED]->(l:DutyList)
CALL (l) {
  MATCH (n:Duty {list: l.id}) RETURN n AS a
  UNION ALL
  MATCH (n:Task {list: l.id}) RETURN n AS a
}
MATCH (a)-[s:SIMILAR_TO]->(b:Duty|Task)
WHERE s.position = 0 AND s.score >= $min_score AND s.class <> 'possible' AND s.severity <> 'low' AND s.boundary = 'none'
MATCH (:DutyList {id: b.list})<-[:PUBLISHED]-(y:Department)
WITH s, a, b, CASE WHEN x.id < y.id THEN x ELSE y END AS one, CASE WHEN x.id < y.id THEN y ELSE x END AS other
WHERE $touched IS NULL OR one.id IN $touched OR other.id IN $touched
WITH one, other, s, a, b, (s.object_zh + s.function_zh) =~ $stakes
     OR (substring(a.text, s.left_start, s.left_end - s.left_start) =~ $stakes
         AND substring(b.text, s.right_start, s.right_end - s.right_start) =~ $stakes) AS grave
RETURN [one.name, other.name] AS departments,
       [{role: 'a', id: a.id, spans: [[s.left_start, s.left_end]]}, {role: 'b', id: b.id, spans: [[s.right_start, s.right_end]]}] AS nodes,
       [[0, 1]] AS pairs,
       {answer: s.boundary, matters: [], searched: {lists: s.searched_lists, matters: s.searched_matters}} AS boundary,
       [one.id, other.id, s.group] AS identity, s.topic AS topic,
       {zh: s.object_zh, en: s.object_en} AS object, s.score AS score, CASE WHEN grave THEN 'high' ELSE 'medium' END AS severity,
       one.name AS one, other.name AS other, s.object_zh AS object_zh, s.object_en AS object_en,
       s.searched_lists AS lists, s.searched_matters AS matters, grave
ORDER BY score DESC, identity
