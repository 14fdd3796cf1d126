// title: {zh: 职责边界冲突, en: Conflicting boundaries}
// description:
//   zh: "两份清单对同一事项列的部门、分工或牵头不一致；或者同一事项中两家认领同样的工作；或者没有分到这件事的部门在自己的职责中写有整件事；或者分给一家的权力写在另一家的职责中。"
//   en: "Two lists declare one matter with other parties, divisions or leads; two rows of a matter claim the same work; a body that is not given a matter has the whole of it among its own duties; or a power that one body is given stands among the duties of another."
// class: boundary
// severity: high
// weight: 0.95
// sentence:
//   zh: "{conflict_zh}。"
//   en: "{conflict_en}."
// columns:
//   conflict_zh: {zh: 冲突, en: the conflict (Chinese)}
//   conflict_en: {zh: 冲突（英文）, en: the conflict}
// parts:
//   declared: {zh: 两份清单都申报了这一事项, en: both lists declare the matter}
//   parties: {zh: 只有一份清单列出的部门, en: bodies that only one of the lists names}
//   divisions: {zh: 两份清单对同一部门的分工不同, en: different parts for the same body}
//   leads: {zh: 各写各的牵头部门, en: different leads}
//   wording: {zh: 两家的分工是同样的文字, en: the same text for two bodies}
//   claim: {zh: 自己的职责写有整个事项, en: the whole matter among its own duties}
//   power: {zh: 同一项权力写在两家名下, en: one power in two hands}
//   unanswered: {zh: 分到的部门自己的清单没有写到, en: not in the own list of the body that is given it}
// options: [clarify_boundary, name_lead, merge]
// settings:
//   same_part: {zh: 同一部门的两处分工相近到什么程度才算一致, en: how alike two parts of one body must be to agree, default: 0.1, minimum: 0, maximum: 1}
//   missing: {zh: 分到权力的部门自己的清单回应不到多少算没有写到, en: below what the list of a body that is given a power does not answer, default: 0.2, minimum: 0, maximum: 1}
// reach: region
// # ALIKE, SAME_PARTY, CLAIMED_BY, HELD_BY and ANSWERED_BY: graph/boundaries/. Two offices word one part differently as a
// # rule (0.2 to 0.5 in real lists); below 0.1 they speak of different work. HELD_BY joins texts with one power over one
// # thing, however else they are worded. That is too little, unless the body that is given the power does not answer: below
// # 0.2 its list has nearly always nothing of it (boundary.one_sided).
CALL {
  MATCH (x:Department)<-[:DECLARED_BY]-(a:SharedMatter)-[:ALIKE]->(b:SharedMatter)-[:DECLARED_BY]->(y:Department)
  WHERE $touched IS NULL OR x.id IN $touched OR y.id IN $touched
  WITH x, a, b, y,
       COLLECT { MATCH (a)<-[:ABOUT]-(:Division)-[:ASSIGNED_TO]->(d:Department) WHERE NOT d.vague RETURN DISTINCT d.name ORDER BY d.name } AS inA,
       COLLECT { MATCH (b)<-[:ABOUT]-(:Division)-[:ASSIGNED_TO]->(d:Department) WHERE NOT d.vague RETURN DISTINCT d.name ORDER BY d.name } AS inB,
       COLLECT { MATCH (a)<-[:ABOUT]-(n:Division)-[:ASSIGNED_TO]->(d:Department) WHERE n.role = 'lead' OR n.text CONTAINS '牵头' RETURN DISTINCT d.name } AS leadsA,
       COLLECT { MATCH (b)<-[:ABOUT]-(n:Division)-[:ASSIGNED_TO]->(d:Department) WHERE n.role = 'lead' OR n.text CONTAINS '牵头' RETURN DISTINCT d.name } AS leadsB,
       COLLECT { MATCH (a)<-[:ABOUT]-(n:Division)-[s:SAME_PARTY]->(o:Division)-[:ABOUT]->(b) RETURN {one: n, other: o, likeness: s.likeness} ORDER BY s.likeness, n.position, o.position } AS rows
  WITH x, a, b, y, rows, [name IN inA WHERE NOT name IN inB] AS onlyA, [name IN inB WHERE NOT name IN inA] AS onlyB, inA, inB,
       [row IN rows WHERE row.likeness < $same_part] AS differing, leadsA, leadsB,
       CASE WHEN size(leadsA) > 0 AND size(leadsB) > 0 AND none(name IN leadsA WHERE name IN leadsB) THEN 0.1 ELSE 0.0 END AS leads
  WHERE size(onlyA) + size(onlyB) + size(differing) > 0 OR leads > 0
  WITH x, a, b, y, onlyA, onlyB, differing, leads,
       0.2 * (size(onlyA) + size(onlyB)) / (size(inA) + size(onlyB)) AS parties,
       CASE size(rows) WHEN 0 THEN 0.0 ELSE 0.1 * size(differing) / size(rows) END AS divisions,
       reduce(all = '', name IN onlyA | all + CASE all WHEN '' THEN '' ELSE '、' END + name) AS namesA,
       reduce(all = '', name IN onlyB | all + CASE all WHEN '' THEN '' ELSE '、' END + name) AS namesB,
       reduce(all = '', row IN differing | all + CASE all WHEN '' THEN '' ELSE '、' END + row.one.party) AS namesBoth
  RETURN [x.name, y.name] AS departments, a.list AS list, a.position AS position, 0.6 + parties + divisions + leads AS score,
         [{role: 'a', id: a.id}, {role: 'b', id: b.id}]
         + reduce(all = [], row IN differing | all + [{role: 'division', id: row.one.id}, {role: 'division', id: row.other.id}]) AS nodes,
         {declared: 0.6, parties: parties, divisions: divisions, leads: leads} AS parts,
         '“' + x.name + '”清单的“' + a.matter + '”与“' + y.name + '”清单的“' + b.matter + '”是同一件事，两处写法不一致'
         + CASE namesA WHEN '' THEN '' ELSE '；只有前者列有' + namesA END
         + CASE namesB WHEN '' THEN '' ELSE '；只有后者列有' + namesB END
         + CASE namesBoth WHEN '' THEN '' ELSE '；' + namesBoth + '的分工不同' END
         + CASE leads WHEN 0.0 THEN '' ELSE '；各写了自己的牵头部门' END AS conflict_zh,
         'The matter “' + a.matter + '” in the list of “' + x.name + '” and “' + b.matter + '” in the list of “' + y.name + '” are one, but the lists disagree'
         + CASE namesA WHEN '' THEN '' ELSE '; only the first names ' + namesA END
         + CASE namesB WHEN '' THEN '' ELSE '; only the second names ' + namesB END
         + CASE namesBoth WHEN '' THEN '' ELSE '; the parts of ' + namesBoth + ' differ' END
         + CASE leads WHEN 0.0 THEN '' ELSE '; each names another lead' END AS conflict_en
  UNION ALL
  MATCH (x:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)-[e:CLAIMED_BY]->(o:Division)
  WHERE $touched IS NULL OR x.id IN $touched
  RETURN [x.name] AS departments, n.list AS list, n.position AS position, e.score AS score,
         [{role: 'a', id: n.id}, {role: 'b', id: o.id}] AS nodes, {wording: e.score} AS parts,
         '“' + x.name + '”清单的“' + m.matter + '”把同样的工作分给了两家：“' + n.party + '”（' + e.one + '）和“' + o.party + '”（' + e.other + '）' AS conflict_zh,
         'The matter “' + m.matter + '” in the list of “' + x.name + '” gives the same work to two: “' + n.party + '” (' + e.one + ') and “' + o.party + '” (' + e.other + ')' AS conflict_en
  UNION ALL
  MATCH (x:Department)<-[:DECLARED_BY]-(m:SharedMatter)-[e:CLAIMED_BY]->(s:Duty|Task)
  MATCH (y:Department)-[:PUBLISHED]->(:DutyList {id: s.list})
  WHERE ($touched IS NULL OR x.id IN $touched OR y.id IN $touched)
    AND NOT EXISTS { MATCH (m)-[:ALIKE]-(:SharedMatter)-[:DECLARED_BY]->(y) }
  RETURN [x.name, y.name] AS departments, m.list AS list, m.position AS position, 0.8 * e.score AS score,
         [{role: 'a', id: m.id}, {role: 'b', id: s.id}] AS nodes, {claim: 0.8 * e.score} AS parts,
         '“' + x.name + '”的清单申报了“' + m.matter + '”，“' + y.name + '”自己的职责也写有“' + e.other + '”，该事项却没有这样给它分工' AS conflict_zh,
         'The list of “' + x.name + '” declares “' + m.matter + '”; “' + y.name + '” has “' + e.other + '” among its own duties, but the matter does not give it that' AS conflict_en
  UNION ALL
  MATCH (x:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)-[e:CLAIMED_BY]->(s:Duty|Task)
  MATCH (y:Department)-[:PUBLISHED]->(:DutyList {id: s.list})
  WHERE ($touched IS NULL OR x.id IN $touched OR y.id IN $touched)
    AND (x = y OR NOT EXISTS { MATCH (m)-[:ALIKE]-(:SharedMatter)-[:DECLARED_BY]->(y) })
  RETURN CASE WHEN x = y THEN [x.name] ELSE [x.name, y.name] END AS departments, n.list AS list, n.position AS position,
         e.score AS score, [{role: 'a', id: n.id}, {role: 'b', id: s.id}, {role: 'matter', id: m.id}] AS nodes,
         {power: e.score} AS parts,
         '“' + x.name + '”的清单在“' + m.matter + '”中把“' + e.one + '”分给“' + n.party + '”，“' + y.name + '”自己的职责也写有“' + e.other + '”' AS conflict_zh,
         'In “' + m.matter + '” the list of “' + x.name + '” gives “' + e.one + '” to “' + n.party + '”, and “' + y.name + '” has “' + e.other + '” among its own duties' AS conflict_en
  UNION ALL
  MATCH (x:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)-[e:HELD_BY]->(s:Duty|Task)
  MATCH (y:Department)-[:PUBLISHED]->(:DutyList {id: s.list})
  MATCH (n)-[a:ANSWERED_BY]->(g:Department)
  WITH x, m, n, e, s, y, collect(g) AS given, max(a.score) AS answered
  WHERE answered < $missing
    AND ($touched IS NULL OR any(d IN [x, y] + given WHERE d.id IN $touched))
    AND NOT EXISTS { MATCH (n)-[:CLAIMED_BY]->(:Duty|Task {list: s.list}) }
    AND (x = y OR NOT EXISTS { MATCH (m)-[:ALIKE]-(:SharedMatter)-[:DECLARED_BY]->(y) })
  WITH x, m, n, e, s, y, (1 - answered) / 2 AS unanswered,
       reduce(all = [], d IN [x] + given + [y] | CASE WHEN d.name IN all THEN all ELSE all + d.name END) AS departments
  RETURN departments, n.list AS list, n.position AS position, unanswered + e.score / 2 AS score,
         [{role: 'a', id: n.id}, {role: 'b', id: s.id}, {role: 'matter', id: m.id}] AS nodes,
         {unanswered: unanswered, power: e.score / 2} AS parts,
         '“' + x.name + '”的清单在“' + m.matter + '”中把“' + e.one + '”分给“' + n.party + '”，后者自己的清单没有相应的内容，而“' + y.name + '”自己的职责写有“' + e.other + '”' AS conflict_zh,
         'In “' + m.matter + '” the list of “' + x.name + '” gives “' + e.one + '” to “' + n.party + '”, whose own list does not answer, while “' + y.name + '” has “' + e.other + '” among its own duties' AS conflict_en
}
RETURN departments, nodes, score, parts, conflict_zh, conflict_en
ORDER BY score DESC, departments[0], list, position
