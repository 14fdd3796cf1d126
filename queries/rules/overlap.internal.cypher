// title: {zh: 同一清单中重复, en: Printed twice in one list}
// description:
//   zh: "同一部门的清单里，同样的职责或工作事项（不计标点和空格）印了不止一次。"
//   en: "The same duty or task, but for punctuation, stands in the list of one department more than once."
// class: overlap
// severity: low
// weight: 0.8
// sentence:
//   zh: “{text}”在同一部门的清单中出现{times}次。
//   en: “{text}” occurs {times} times in the list of one department.
// columns:
//   text: {zh: 内容, en: the text}
//   times: {zh: 次数, en: how often}
// options: [merge, delete]
// # A duty and its own task may well have the same words: duties are compared with duties, tasks with tasks.
CALL {
  MATCH (by:Department)-[:HAS_DUTY]->(n:Duty)
  WHERE $touched IS NULL OR by.id IN $touched
  RETURN by, n, 'Duty' AS kind
  UNION ALL
  MATCH (by:Department)-[:HAS_DUTY]->(:Duty)-[:HAS_TASK]->(n:Task)
  WHERE $touched IS NULL OR by.id IN $touched
  RETURN by, n, 'Task' AS kind
}
WITH by, n, kind, reduce(text = n.text, c IN $separators | replace(text, c, '')) AS same
WHERE same <> '' AND NOT n.text =~ $catch_all
WITH by, n, kind, same ORDER BY n.list, n.position
WITH by, kind, same, collect(n) AS nodes
WHERE size(nodes) > 1
RETURN [by.name] AS departments,
       [i IN range(0, size(nodes) - 1) | {role: substring('abcdefghijklmnopqrstuvwxyz', i % 26, 1), id: nodes[i].id}] AS nodes,
       [i IN range(1, size(nodes) - 1) | [0, i]] AS pairs, nodes[0].text AS text, size(nodes) AS times
ORDER BY by.name, kind, nodes[0].list, nodes[0].position
