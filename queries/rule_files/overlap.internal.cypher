// title: {zh: 同一部门内重复, en: Repeated within one department}
// description:
//   zh: "同一部门的清单里，同样的职责、工作事项、职责边界事项或公共服务印了不止一次（不计标点和空格），或者几处用相近的文字写了同一项工作。职责与它自己的工作事项、其他交办事项、贯彻执行法规政策的套话不算。几处由不同科室办理的，会特别指出。"
//   en: "The same duty, task, shared matter or public service, but for punctuation, stands in the list of one department more than once, or several say the same work in nearly the same words. A duty and its own task, and what any duty says, do not count. It is said when different offices handle them."
// class: duplication
// severity: low
// weight: 0.8
// sentence:
//   zh: “{text}”{again_zh}在{department}的清单中{how_zh}{times}次{offices_zh}。
//   en: “{text}”{again_en} {how_en} {times} times in the list of {department}{offices_en}.
// columns:
//   department: {zh: 部门, en: the department}
//   text: {zh: 内容, en: the text}
//   times: {zh: 次数, en: how often}
//   again_zh: {zh: 另一处的写法（中文）, en: the other wording (Chinese)}
//   again_en: {zh: 另一处的写法（英文）, en: the other wording}
//   how_zh: {zh: 怎样重复（中文）, en: how it is repeated (Chinese)}
//   how_en: {zh: 怎样重复（英文）, en: how it is repeated}
//   offices_zh: {zh: 办理科室（中文）, en: the offices (Chinese)}
//   offices_en: {zh: 办理科室（英文）, en: the offices}
// parts:
//   wording: {zh: 各处文字相近的程度, en: how alike the wording is}
// options: [merge, delete, name_lead]
// settings:
//   min_wording: {zh: 文字相近到多少才列出（1为相同）, en: least likeness of the wording (1 is equal) that is reported, default: 0.8, minimum: 0.7, maximum: 1}
// reach: region
// # The edges are made by graph/repeats: from each repetition to where the list says it first.
MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
WHERE $touched IS NULL OR by.id IN $touched
CALL (l) {
  MATCH (n:Duty {list: l.id}) RETURN n AS first
  UNION ALL
  MATCH (n:Task {list: l.id}) RETURN n AS first
  UNION ALL
  MATCH (n:PublicService {list: l.id}) RETURN n AS first
  UNION ALL
  MATCH (n:SharedMatter {list: l.id}) RETURN n AS first
}
MATCH (first)<-[r:REPEATS]-(again)
WHERE r.score >= $min_wording
MATCH (:DutyList {id: again.list})<-[:PUBLISHED]-(other:Department)
WHERE other.id = by.id
WITH by, first, r, again ORDER BY again.list, again.position
WITH by, first, r.group AS group, collect(r) AS found, collect(again) AS others
WITH by, found, [first] + others AS nodes, reduce(least = 1.0, r IN found | CASE WHEN r.score < least THEN r.score ELSE least END) AS score,
     [r IN found WHERE NOT r.equal] AS reworded
WITH by, nodes, found, score, reworded,
     [node IN nodes | COLLECT { MATCH (node)-[:HANDLED_BY]->(o:Office|Department) RETURN o.name ORDER BY o.name }] AS offices
WITH by, nodes, found, score, reworded, [one IN offices WHERE size(one) > 0] AS handling
WITH by, nodes, found, score, reworded, handling, any(one IN handling WHERE one <> handling[0]) AS divided,
     reduce(all = [], one IN handling | all + [name IN one WHERE NOT name IN all]) AS names
RETURN [by.name] AS departments,
       [i IN range(0, size(nodes) - 1) | {role: substring('abcdefghijklmnopqrstuvwxyz', i % 26, 1), id: nodes[i].id}] AS nodes,
       [i IN range(1, size(nodes) - 1) | [0, i]] AS pairs, score, {wording: score} AS parts,
       CASE WHEN divided THEN 'medium' ELSE 'low' END AS severity,
       by.name AS department, found[0].one AS text, size(nodes) AS times,
       CASE WHEN size(reworded) = 0 THEN '' ELSE '与“' + reworded[0].other + '”说的是同一项工作，' END AS again_zh,
       CASE WHEN size(reworded) = 0 THEN '' ELSE ' and “' + reworded[0].other + '” are the same work, which' END AS again_en,
       CASE WHEN size(reworded) = 0 THEN '出现' ELSE '写了' END AS how_zh,
       CASE WHEN size(reworded) = 0 THEN 'occurs' ELSE 'stands' END AS how_en,
       CASE WHEN divided THEN '，分别由' + reduce(said = '', name IN names | said + CASE said WHEN '' THEN '' ELSE '、' END + '“' + name + '”') + '办理，须明确牵头科室' ELSE '' END AS offices_zh,
       CASE WHEN divided THEN ', handled by different offices (' + reduce(said = '', name IN names | said + CASE said WHEN '' THEN '' ELSE ', ' END + name) + '), so that one has to lead' ELSE '' END AS offices_en
ORDER BY by.name, nodes[0].list, nodes[0].position
