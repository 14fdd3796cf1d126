// title: {zh: 相关部门笼统或空白, en: Party that names nobody}
// description:
//   zh: "分工的一方没有写，或只写“有关部门”一类说法，出了问题找不到责任单位。各管各的（区直各单位、各镇人民政府）不算。"
//   en: "A party is left blank or only called “the departments concerned”, so that nobody can be held to it. Parties of which each means itself are not meant."
// class: boundary
// severity: medium
// weight: 0.9
// sentence:
//   zh: 管理事项“{matter}”的一方{party_zh}，看不出由谁负责{grave}。
//   en: One party of the shared matter “{matter}” {party_en}, so nobody is seen to be responsible{grave}.
// clauses:
//   grave: {zh: （事关资金、安全或审批）, en: " (money, safety or an approval hangs on it)"}
// columns:
//   matter: {zh: 管理事项, en: the matter}
//   party_zh: {zh: 写法, en: how it is printed (Chinese)}
//   party_en: {zh: 写法（英文）, en: how it is printed}
//   grave: {zh: 是否事关资金、安全或审批, en: "whether money, safety or an approval hangs on it"}
// options: [supplement, clarify_boundary, name_lead]
MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)
WHERE ($touched IS NULL OR by.id IN $touched)
  AND (n.party = '' OR (NOT n.party =~ $each_itself AND EXISTS { (n)-[:ASSIGNED_TO]->(:Department {vague: true}) }))
WITH by, m, n, coalesce(n.text, '') =~ $stakes AND NOT coalesce(n.text, '') =~ $helping AS grave
RETURN [by.name] AS departments, [{role: 'division', id: n.id}] AS nodes, m.matter AS matter,
       CASE WHEN grave THEN 'high' ELSE 'medium' END AS severity, grave,
       CASE n.party WHEN '' THEN '是空白' ELSE '是笼统的“' + n.party + '”' END AS party_zh,
       CASE n.party WHEN '' THEN 'is blank' ELSE 'is only called “' + n.party + '”' END AS party_en
ORDER BY by.name, n.list, n.position
