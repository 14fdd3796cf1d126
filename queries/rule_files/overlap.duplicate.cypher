// title: {zh: 职责重复, en: Duplicate duties}
// description:
//   zh: "两个以上部门写了同一项工作：职能、对象、领域都相同，用词也相近。分数由各项相加，逐项列出。"
//   en: "Two or more departments list the same work: function, object and field are the same, and the wording is alike. The score is the sum of the parts shown."
// class: duplication
// severity: high
// weight: 1.0
// sentence:
//   zh: "{story_zh}；{declared_zh}。"
//   en: "{story_en}; {declared_en}."
// columns:
//   story_zh: {zh: 谁对什么做什么（中文）, en: who does what to what (Chinese)}
//   story_en: {zh: 谁对什么做什么（英文）, en: who does what to what}
//   object_zh: {zh: 对象（中文）, en: object (Chinese)}
//   object_en: {zh: 对象（英文）, en: object}
//   function_zh: {zh: 环节（中文）, en: stage (Chinese)}
//   function_en: {zh: 环节（英文）, en: stage}
//   words: {zh: 两处都写到的词, en: words that both texts print}
//   declared_zh: {zh: 是否已划分边界（中文）, en: whether a boundary is declared (Chinese)}
//   declared_en: {zh: 是否已划分边界（英文）, en: whether a boundary is declared}
// parts:
//   object: {zh: "对象：{object_zh}", en: "object: {object_en}"}
//   particulars: {zh: "两处都写到：{words}", en: "both texts print: {words}"}
//   function: {zh: "环节：{function_zh}", en: "stage: {function_en}"}
//   same_field: {zh: 领域相同或一方包含另一方, en: "the same field, or one in the other"}
//   more_things: {zh: 一方另有所指, en: one of them is about something more}
//   same_things: {zh: 两处都有的具体事物, en: particular things that both name}
//   only_field: {zh: 相同的只是领域，没有具体对象, en: "what they share is a field, and no thing in it"}
//   again: {zh: 这两个部门在同一对象上还有更明显的重叠, en: these departments overlap more plainly elsewhere in the same object}
// options: [merge, delete, clarify_boundary, name_lead]
// settings:
//   min_score: {zh: 分数达到多少才列出, en: least score that is reported, default: 0.15, minimum: 0.15, maximum: 1}
// reach: region
// # The edges are made by graph/overlap: one for each pair of duties, in groups that make one finding. The group is told
// # by its strongest pair.
MATCH (t:Department)
WHERE $touched IS NULL OR t.id IN $touched
WITH DISTINCT t.region AS region
MATCH (one:Department {region: region})-[:PUBLISHED]->(l:DutyList)
CALL (l) {
  MATCH (n:Duty {list: l.id}) RETURN n AS a
  UNION ALL
  MATCH (n:Task {list: l.id}) RETURN n AS a
}
MATCH (a)-[s:SIMILAR_TO]->(b:Duty|Task)
WHERE s.class = 'duplication' AND s.score >= $min_score
MATCH (:DutyList {id: b.list})<-[:PUBLISHED]-(other:Department)
WITH s, a, b, one, other ORDER BY s.position
WITH s.group AS group, collect({s: s, a: a.id, b: b.id, bodies: [one, other]}) AS found
WITH group, found, found[0].s AS s,
     reduce(all = [], f IN found | all + [n IN [f.a, f.b] WHERE NOT n IN all]) AS nodes,
     reduce(all = [], f IN found | all + [n IN f.bodies WHERE NOT n IN all]) AS bodies
WHERE $touched IS NULL OR any(body IN bodies WHERE body.id IN $touched)
WITH group, found, s, nodes, bodies,
     COLLECT {
       UNWIND range(0, size(s.near_matters) - 1) AS i
       MATCH (m:SharedMatter {id: s.near_matters[i]})-[:DECLARED_BY]->(by:Department)
       RETURN {matter: m.matter, declared_by: by.name} ORDER BY i
     } AS near
RETURN [body IN bodies | body.name] AS departments,
       [i IN range(0, size(nodes) - 1) | {
         role: substring('abcdefghijklmnopqrstuvwxyz', i % 26, 1), id: nodes[i],
         spans: [f IN found WHERE f.a = nodes[i] | [f.s.left_start, f.s.left_end]]
                + [f IN found WHERE f.b = nodes[i] | [f.s.right_start, f.s.right_end]]
       }] AS nodes,
       [f IN found | [[i IN range(0, size(nodes) - 1) WHERE nodes[i] = f.a][0], [i IN range(0, size(nodes) - 1) WHERE nodes[i] = f.b][0]]] AS pairs,
       CASE s.boundary WHEN 'declared' THEN near[0] END AS declared,
       {answer: s.boundary, matters: near, searched: {lists: s.searched_lists, matters: s.searched_matters}} AS boundary,
       [group] AS identity, s.topic AS topic, s.class AS class, s.severity AS severity, {zh: s.grounds_zh, en: s.grounds_en} AS grounds,
       {zh: s.object_zh, en: s.object_en} AS object,
       s.score AS score, {
         object: s.object, particulars: s.particulars, function: s.function, same_field: s.same_field,
         more_things: s.more_things, same_things: s.same_things, only_field: s.only_field, again: coalesce(s.again, 0.0)
       } AS parts,
       s.story_zh AS story_zh, s.story_en AS story_en, s.object_zh AS object_zh, s.object_en AS object_en,
       s.function_zh AS function_zh, s.function_en AS function_en, s.words AS words,
       CASE s.boundary
         WHEN 'declared' THEN '职责边界已在“' + near[0].declared_by + '”清单的“' + near[0].matter + '”中划分'
         WHEN 'perhaps' THEN '职责边界可能与' + reduce(text = '', m IN near | text + CASE text WHEN '' THEN '' ELSE '、' END + '“' + m.declared_by + '”清单的“' + m.matter + '”') + '有关，请核对'
         ELSE '职责边界未在' + toString(s.searched_lists) + '份清单的' + toString(s.searched_matters) + '个管理事项中找到' END AS declared_zh,
       CASE s.boundary
         WHEN 'declared' THEN 'the boundary is drawn in “' + near[0].matter + '” in the list of “' + near[0].declared_by + '”'
         WHEN 'perhaps' THEN 'please check whether the boundary is drawn in ' + reduce(text = '', m IN near | text + CASE text WHEN '' THEN '' ELSE ', ' END + '“' + m.matter + '” in the list of “' + m.declared_by + '”')
         ELSE 'no boundary was found in the ' + toString(s.searched_matters) + ' shared matters of ' + toString(s.searched_lists) + ' lists' END AS declared_en
ORDER BY score DESC, group
