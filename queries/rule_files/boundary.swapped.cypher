// title: {zh: 分工写错了部门, en: Division in the wrong row}
// description:
//   zh: "一个部门名下的职责分工写的是另一方做什么，或者让它会同自己，多半是行文错位或照抄。"
//   en: "The text in a body's row says what another party does, or tells the body to work with itself: rows were exchanged or copied."
// class: boundary
// severity: high
// weight: 0.85
// sentence:
//   zh: 管理事项“{matter}”中，{slip_zh}。
//   en: In the shared matter “{matter}”, {slip_en}.
// columns:
//   matter: {zh: 管理事项, en: the matter}
//   slip_zh: {zh: 错在哪里, en: what is wrong (Chinese)}
//   slip_en: {zh: 错在哪里（英文）, en: what is wrong}
// options: [exchange, correct, clarify_boundary]
// # NAMES is in the graph only where the name cannot be meant (graph/analysis/boundaries/swapped_division.py). Two rows that name each
// # other's bodies were exchanged and are one finding.
MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)-[e:NAMES]->(named:Department)
WHERE e.role <> 'office' AND ($touched IS NULL OR by.id IN $touched)
OPTIONAL MATCH (m)<-[:ABOUT]-(o:Division)-[:NAMES {role: 'actor'}]->(:Department)<-[:ASSIGNED_TO]-(n)
WHERE e.role = 'actor' AND EXISTS { (o)-[:ASSIGNED_TO]->(named) }
WITH by, m, n, e, named, o ORDER BY o.position
WITH by, m, n, e, named, collect(o)[0] AS o
WHERE o IS NULL OR n.position < o.position
RETURN [by.name] AS departments,
       [{role: 'division', id: n.id}] + CASE WHEN o IS NULL THEN [] ELSE [{role: 'division', id: o.id}] END AS nodes,
       named.id AS key, m.matter AS matter,
       CASE WHEN o IS NOT NULL THEN '“' + n.party + '”与“' + o.party + '”的职责分工写反了'
            WHEN e.role = 'actor' THEN '“' + n.party + '”名下写的是“' + e.printed + '”的分工'
            ELSE '“' + n.party + '”的分工写有“' + e.printed + '”，成了会同自己' END AS slip_zh,
       CASE WHEN o IS NOT NULL THEN 'the parts of “' + n.party + '” and “' + o.party + '” have been exchanged'
            WHEN e.role = 'actor' THEN 'the row of “' + n.party + '” says what “' + e.printed + '” does'
            ELSE 'the row of “' + n.party + '” tells it to work with itself (“' + e.printed + '”)' END AS slip_en
ORDER BY by.name, n.list, n.position, key
