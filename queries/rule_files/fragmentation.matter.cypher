// title: {zh: 一事多家, en: One matter among many bodies}
// description:
//   zh: "一个管理事项由很多部门分担，协调成本高，容易推诿；没有写明牵头部门的更突出。"
//   en: "One matter is divided among many bodies, the more so when none of them is named as lead."
// class: fragmentation
// severity: low
// weight: 0.6
// sentence:
//   zh: "管理事项“{matter}”由{bodies}家分担，{lead_zh}{grave}。"
//   en: "The matter “{matter}” is divided among {bodies} bodies; {lead_en}{grave}."
// clauses:
//   grave: {zh: （事关资金、安全或审批）, en: " (money, safety or an approval hangs on it)"}
// columns:
//   matter: {zh: 管理事项, en: the matter}
//   bodies: {zh: 部门数, en: number of bodies}
//   lead_zh: {zh: 牵头情况, en: who leads (Chinese)}
//   lead_en: {zh: 牵头情况（英文）, en: who leads}
//   grave: {zh: 是否事关资金、安全或审批, en: "whether money, safety or an approval hangs on it"}
// parts:
//   bodies: {zh: "分担的部门：{bodies}家", en: "bodies that share it: {bodies}"}
//   lead: {zh: "{lead_zh}", en: "{lead_en}"}
// options: [name_lead, merge, clarify_boundary]
// settings:
//   min_bodies: {zh: 几家以上算分散, en: how many bodies count as many, default: 6, minimum: 2, maximum: 100}
// # In real lists the median matter has three bodies and three quarters have at most five: six is more than usual. Two thirds
// # of the score grow with the number, one third is for a matter that names no lead (GAO-15-49SP, fragmentation).
MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)
WHERE $touched IS NULL OR by.id IN $touched
OPTIONAL MATCH (n)-[:ASSIGNED_TO]->(d:Department)
WITH by, m, count(DISTINCT d) AS bodies,
     count(CASE WHEN n.role = 'lead' OR n.text =~ $coordinates THEN 1 END) AS leads
WHERE bodies >= $min_bodies
WITH by, m, bodies, leads, 2.0 / 3 * (1 - 3.0 / bodies) AS many, CASE leads WHEN 0 THEN 1.0 / 3 ELSE 0.0 END AS nobody
WITH by, m, bodies, leads, many, nobody, m.matter =~ $stakes AND leads = 0 AS grave,
     COLLECT { MATCH (m)<-[:ABOUT]-(n:Division) RETURN n.id ORDER BY n.position } AS rows
RETURN [by.name] AS departments,
       [{role: 'matter', id: m.id}] + reduce(all = [], id IN rows | all + [{role: 'party', id: id}]) AS nodes,
       [m.id, ''] AS identity, CASE WHEN grave THEN 'medium' ELSE 'low' END AS severity, grave, m.matter AS matter, bodies,
       many + nobody AS score, {bodies: many, lead: nobody} AS parts,
       CASE leads WHEN 0 THEN '没有写明由谁牵头' ELSE '写有牵头或者综合协调的部门' END AS lead_zh,
       CASE leads WHEN 0 THEN 'none of them is named as lead' ELSE 'it names who leads or coordinates' END AS lead_en
ORDER BY by.name, m.list, m.position
