// title: {zh: 一事多家, en: One matter among many bodies}
// description:
//   zh: "一个管理事项由很多部门分担，却没有哪一行写明由谁牵头，协调成本高，容易推诿。"
//   en: "One matter is divided among many bodies, and no row of it names a lead."
// class: fragmentation
// severity: low
// weight: 0.6
// sentence:
//   zh: "管理事项“{matter}”由{bodies}家分担{merged}{fewer}，{lead_zh}{grave}。"
//   en: "The matter “{matter}” is divided among {bodies} bodies{merged}{fewer}; {lead_en}{grave}."
// clauses:
//   merged: {zh: "（其中{merged_zh}）", en: " ({merged_en})"}
//   fewer: {zh: "，分工写成{rows}行", en: " in {rows} rows"}
//   grave: {zh: （事关资金、安全或审批）, en: " (money, safety or an approval hangs on it)"}
// columns:
//   matter: {zh: 管理事项, en: the matter}
//   bodies: {zh: 列出的部门数, en: number of bodies as printed}
//   merged: {zh: 是否有几个名称属于一个部门, en: whether several names are those of one body}
//   merged_zh: {zh: 哪些名称属于一个部门, en: which names are those of one body (Chinese)}
//   merged_en: {zh: 哪些名称属于一个部门（英文）, en: which names are those of one body}
//   fewer: {zh: 是否有几家同在一行, en: whether several bodies stand in one row}
//   rows: {zh: 写了分工的行数, en: number of rows that say who does what}
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
// # of the score grow with the number, one third is for a matter that names no lead (GAO-15-49SP, fragmentation); with a lead in a
// # row somebody answers for the whole. Bodies are
// # counted as the list prints them; names that belong to one body (nameplates) are told. Who leads may stand in the text of
// # another row or in a case.
MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)
WHERE $touched IS NULL OR by.id IN $touched
WITH by, m, count(CASE WHEN n.role = 'lead' OR n.text =~ $coordinates THEN 1 END) AS leads,
     count(CASE WHEN n.text =~ $led_by_body OR n.case =~ $led_by_body THEN 1 END) AS told,
     count(CASE WHEN n.text =~ $led_by_government OR n.case =~ $led_by_government THEN 1 END) AS government
WITH by, m, CASE WHEN leads > 0 THEN 'row' WHEN told > 0 THEN 'text' WHEN government > 0 THEN 'government' ELSE 'nobody' END AS lead,
     COLLECT {
       MATCH (m)<-[:ABOUT]-(:Division)-[e:ASSIGNED_TO]->(d:Department)
       WITH DISTINCT d.id AS id, e.printed AS printed ORDER BY id, printed
       WITH id, collect(printed) AS names ORDER BY names[0]
       RETURN names
     } AS named
WHERE size(named) >= $min_bodies AND lead <> 'row'
WITH by, m, lead, reduce(sum = 0, names IN named | sum + size(names)) AS bodies, [names IN named WHERE size(names) > 1] AS of_one
WITH by, m, lead, bodies, of_one, 2.0 / 3 * (1 - 3.0 / bodies) AS many, CASE lead WHEN 'nobody' THEN 1.0 / 3 ELSE 0.0 END AS nobody
WITH by, m, lead, bodies, of_one, many, nobody, m.matter =~ $stakes AND lead = 'nobody' AS grave,
     COLLECT { MATCH (m)<-[:ABOUT]-(n:Division) RETURN n ORDER BY n.position } AS parts
WITH *, [n IN parts | n.id] AS ids, size([n IN parts WHERE coalesce(n.text, '') <> '']) AS rows
RETURN [by.name] AS departments,
       [{role: 'matter', id: m.id}] + reduce(all = [], id IN ids | all + [{role: 'party', id: id}]) AS nodes,
       [m.id, ''] AS identity, CASE WHEN grave THEN 'medium' ELSE 'low' END AS severity, grave, m.matter AS matter, bodies, rows, rows < bodies AS fewer,
       many + nobody AS score, {bodies: many, lead: nobody} AS parts,
       size(of_one) > 0 AS merged,
       reduce(all = '', names IN of_one | all + CASE all WHEN '' THEN '' ELSE '；' END
         + reduce(said = head(names), name IN tail(names) | said + '、' + name) + '是同一个部门') AS merged_zh,
       reduce(all = '', names IN of_one | all + CASE all WHEN '' THEN '' ELSE '; ' END
         + reduce(said = head(names), name IN tail(names) | said + ', ' + name) + ' are one body') AS merged_en,
       CASE lead WHEN 'text' THEN '由谁牵头只在分工的文字或者案例中提到'
                 WHEN 'government' THEN '只写由政府或者其领导牵头，没有写明牵头的部门'
                 ELSE '没有写明由谁牵头' END AS lead_zh,
       CASE lead WHEN 'text' THEN 'who leads is said only within a part or a case'
                 WHEN 'government' THEN 'only the government or its head is said to lead, and no body'
                 ELSE 'none of them is named as lead' END AS lead_en
ORDER BY by.name, m.list, m.position
