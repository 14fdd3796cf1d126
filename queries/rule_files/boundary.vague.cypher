// title: {zh: 相关部门笼统或空白, en: Party that names nobody}
// description:
//   zh: "分工的一方没有写，或只写“有关部门”一类说法，出了问题找不到责任单位。各管各的（区直各单位、各镇人民政府，“负责本部门……”）不算。"
//   en: "A party is left blank or only called “the departments concerned”, so that nobody can be held to it. Parties of which each means itself (“in its own field”) are not meant."
// class: boundary
// severity: medium
// weight: 0.9
// sentence:
//   zh: 管理事项“{matter}”的一方{party_zh}，看不出由谁负责{grave}。
//   en: One party of the shared matter “{matter}” {party_en}, so nobody is seen to be responsible{grave}.
// clauses:
//   grave: {zh: （事关资金、安全、审批或处罚）, en: " (money, safety, an approval or a penalty hangs on it)"}
// columns:
//   matter: {zh: 管理事项, en: the matter}
//   party_zh: {zh: 写法, en: how it is printed (Chinese)}
//   party_en: {zh: 写法（英文）, en: how it is printed}
//   grave: {zh: 是否事关资金、安全、审批或处罚, en: "whether money, safety, an approval or a penalty hangs on it"}
// options: [supplement, clarify_boundary, name_lead]
// # Where a law itself speaks of whichever body is in charge of the trade ($generic_by_law), they cannot be listed one by one: low.
MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)
WHERE ($touched IS NULL OR by.id IN $touched)
  AND (n.party = '' OR (NOT n.party =~ $each_itself AND NOT coalesce(n.text, '') =~ $own_share AND EXISTS { (n)-[:ASSIGNED_TO]->(:Department {vague: true}) }))
WITH by, m, n, (coalesce(n.text, '') =~ $stakes OR coalesce(n.text, '') =~ $penal) AND NOT coalesce(n.text, '') =~ $helping AND NOT n.party =~ $generic_by_law AS grave,
     CASE WHEN size(coalesce(n.text, '')) > 40 THEN substring(n.text, 0, 40) + '…' WHEN n.text ENDS WITH '。' THEN substring(n.text, 0, size(n.text) - 1) ELSE coalesce(n.text, '') END AS said
RETURN [by.name] AS departments, [{role: 'division', id: n.id}] AS nodes, m.matter AS matter,
       CASE WHEN grave THEN 'high' WHEN n.party =~ $generic_by_law THEN 'low' ELSE 'medium' END AS severity, grave,
       CASE WHEN n.party = '' AND said <> '' THEN '是空白（分工写的是“' + said + '”）' WHEN n.party = '' THEN '是空白' ELSE '是笼统的“' + n.party + '”' END AS party_zh,
       CASE WHEN n.party = '' AND said <> '' THEN 'is blank (its part is “' + said + '”)' WHEN n.party = '' THEN 'is blank' ELSE 'is only called “' + n.party + '”' END AS party_en
ORDER BY by.name, n.list, n.position
