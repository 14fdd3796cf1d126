// title: {zh: 职责边界冲突, en: Conflicting boundaries}
// description:
//   zh: "两份清单对同一事项列的部门、分工或牵头不一致。归入这一类的还有：同样的工作分给了两家（boundary.duplicate_division），两份清单把同一分工给了不同的部门（boundary.exchanged_division），没有分到这件事的部门在自己的职责中写有整件事（boundary.matter_claimed），分给一家的权力写在另一家的职责中（boundary.power_held_elsewhere）。"
//   en: "Two lists declare one matter with other parties, divisions or leads. Of this kind are also: the same work given to two (boundary.duplicate_division), one part given to different bodies by two lists (boundary.exchanged_division), the whole matter among the duties of a body that is not given it (boundary.matter_claimed), and a power of one body among the duties of another (boundary.power_held_elsewhere)."
// class: boundary
// severity: medium
// weight: 0.95
// sentence:
//   zh: “{first}”清单的“{matter}”与“{second}”清单的“{other_matter}”{same_zh}，两处写法不一致{only_first}{only_second}{covered}{differing}{other_leads}{grave}。
//   en: The matter “{matter}” in the list of “{first}” and “{other_matter}” in the list of “{second}” {same_en}, but the lists disagree{only_first}{only_second}{covered}{differing}{other_leads}{grave}.
// clauses:
//   only_first: {zh: "；只有前者列有{only_first}", en: "; only the first names {only_first}"}
//   only_second: {zh: "；只有后者列有{only_second}", en: "; only the second names {only_second}"}
//   covered: {zh: "（另一份清单的“{covered}”可能包括它）", en: " (“{covered}” of the other list may include it)"}
//   differing: {zh: "；{differing}的分工写法不同", en: "; the parts of {differing} are worded differently"}
//   other_leads: {zh: ；各写了自己的牵头部门, en: "; each names another lead"}
//   grave: {zh: （事关资金、安全、审批或由谁牵头）, en: " (money, safety, an approval or the lead hangs on it)"}
// columns:
//   first: {zh: 一份清单的部门, en: the body of one list, whole: true}
//   matter: {zh: 它申报的事项, en: the matter as it declares it, whole: true}
//   second: {zh: 另一份清单的部门, en: the body of the other list, whole: true}
//   other_matter: {zh: 另一份清单申报的事项, en: the matter as the other one declares it, whole: true}
//   same_zh: {zh: 是否同名, en: whether they bear one name (Chinese)}
//   same_en: {zh: 是否同名（英文）, en: whether they bear one name}
//   covered: {zh: 可能包括这些部门的统称, en: parties for whoever is concerned that may include these bodies, whole: true}
//   only_first: {zh: 只有一份清单列出的部门, en: bodies that only the first list names, whole: true}
//   only_second: {zh: 只有另一份清单列出的部门, en: bodies that only the second list names, whole: true}
//   differing: {zh: 分工不同的部门, en: bodies with different parts, whole: true}
//   other_leads: {zh: 是否各写各的牵头部门, en: whether each names another lead}
//   grave: {zh: 是否事关资金、安全、审批或牵头, en: "whether money, safety, an approval or the lead hangs on it"}
// parts:
//   declared: {zh: 两份清单都申报了这一事项, en: both lists declare the matter}
//   parties: {zh: 只有一份清单列出的部门, en: bodies that only one of the lists names}
//   divisions: {zh: 两份清单对同一部门的分工不同, en: different parts for the same body}
//   leads: {zh: 各写各的牵头部门, en: different leads}
// options: [clarify_boundary, name_lead, merge]
// settings:
//   same_part: {zh: 同一部门的两处分工相近到什么程度才算一致, en: how alike two parts of one body must be to agree, default: 0.1, minimum: 0, maximum: 1}
// reach: region
// # ALIKE and SAME_PARTY: graph/analysis/boundaries/. Two offices word one part differently as a rule (0.2 to 0.5 in real lists); below
// # 0.1 they speak of different work. Of two names for one matter nobody can be sure, and a body that only one list names may be one of
// # those whom the other calls by a common name ($whoever): neither is grave, and the former is of low severity.
MATCH (x:Department)<-[:DECLARED_BY]-(a:SharedMatter)-[:ALIKE]->(b:SharedMatter)-[:DECLARED_BY]->(y:Department)
WHERE $touched IS NULL OR x.id IN $touched OR y.id IN $touched
WITH x, a, b, y,
     COLLECT { MATCH (a)<-[:ABOUT]-(:Division)-[:ASSIGNED_TO]->(d:Department) WHERE NOT d.vague RETURN DISTINCT d.name ORDER BY d.name } AS inA,
     COLLECT { MATCH (b)<-[:ABOUT]-(:Division)-[:ASSIGNED_TO]->(d:Department) WHERE NOT d.vague RETURN DISTINCT d.name ORDER BY d.name } AS inB,
     COLLECT { MATCH (a)<-[:ABOUT]-(n:Division)-[:ASSIGNED_TO]->(d:Department) WHERE n.role = 'lead' OR n.text =~ $leads RETURN DISTINCT d.name } AS leadsA,
     COLLECT { MATCH (b)<-[:ABOUT]-(n:Division)-[:ASSIGNED_TO]->(d:Department) WHERE n.role = 'lead' OR n.text =~ $leads RETURN DISTINCT d.name } AS leadsB,
     COLLECT { MATCH (a)<-[:ABOUT]-(n:Division)-[:GIVEN_ELSEWHERE]->(o:Division)-[:ABOUT]->(b)
               UNWIND [n.id, o.id] AS id
               MATCH (:Division {id: id})-[:ASSIGNED_TO]->(d:Department) RETURN DISTINCT d.name } AS moved,
     COLLECT { MATCH (a)<-[:ABOUT]-(n:Division)-[s:SAME_PARTY]->(o:Division)-[:ABOUT]->(b)
               WHERE NOT EXISTS { (n)-[:GIVEN_ELSEWHERE]->(:Division)-[:ABOUT]->(b) } AND NOT EXISTS { (o)<-[:GIVEN_ELSEWHERE]-(:Division)-[:ABOUT]->(a) }
               RETURN {one: n, other: o, likeness: s.likeness} ORDER BY s.likeness, n.position, o.position } AS rows
WITH x, a, b, y, rows, [name IN inA WHERE NOT name IN inB + moved] AS onlyA, [name IN inB WHERE NOT name IN inA + moved] AS onlyB, inA, inB,
     [row IN rows WHERE row.likeness < $same_part] AS differing,
     size(leadsA) > 0 AND size(leadsB) > 0 AND none(name IN leadsA WHERE name IN leadsB) AS other_leads
WHERE size(onlyA) + size(onlyB) + size(differing) > 0 OR other_leads
WITH x, a, b, y, onlyA, onlyB, differing, other_leads,
     0.2 * (size(onlyA) + size(onlyB)) / (size(inA) + size(onlyB)) AS parties,
     CASE size(rows) WHEN 0 THEN 0.0 ELSE 0.1 * size(differing) / size(rows) END AS divisions,
     CASE WHEN other_leads THEN 0.1 ELSE 0.0 END AS leads,
     COLLECT {
       UNWIND [{matter: a.id, only: onlyA}, {matter: b.id, only: onlyB}] AS side
       MATCH (:SharedMatter {id: side.matter})<-[:ABOUT]-(n:Division)-[:ASSIGNED_TO]->(d:Department)
       WHERE d.name IN side.only
       WITH DISTINCT n.id AS id, n.list AS list, n.position AS position ORDER BY list, position
       RETURN id
     } AS only_rows
WITH *, a.matter CONTAINS b.matter OR b.matter CONTAINS a.matter AS namesakes,
     COLLECT {
       UNWIND [{matter: b.id, only: onlyA}, {matter: a.id, only: onlyB}] AS side
       MATCH (:SharedMatter {id: side.matter})<-[:ABOUT]-(n:Division)-[:ASSIGNED_TO]->(:Department {vague: true})
       WHERE size(side.only) > 0 AND n.party =~ $whoever
       RETURN DISTINCT n.party ORDER BY n.party
     } AS covered
WITH *, other_leads OR (namesakes AND size(differing) > 0 AND (a.matter + b.matter) =~ $stakes) AS grave
RETURN [x.name, y.name] AS departments,
       [{role: 'a', id: a.id}, {role: 'b', id: b.id}]
       + reduce(all = [], row IN differing | all + [{role: 'division', id: row.one.id}, {role: 'division', id: row.other.id}])
       + reduce(all = [], id IN only_rows | all + [{role: 'party', id: id}]) AS nodes,
       reduce(all = [a.id, b.id], row IN differing | all + [row.one.id, row.other.id]) + [''] AS identity,
       CASE WHEN grave THEN 'high' WHEN NOT namesakes OR (size(covered) > 0 AND size(differing) = 0) THEN 'low' ELSE 'medium' END AS severity,
       CASE WHEN namesakes THEN '是同一件事' ELSE '看来是同一件事（名称不同）' END AS same_zh,
       CASE WHEN namesakes THEN 'are one' ELSE 'seem to be one under two names' END AS same_en,
       0.6 + parties + divisions + leads AS score,
       {declared: 0.6, parties: parties, divisions: divisions, leads: leads} AS parts,
       x.name AS first, a.matter AS matter, y.name AS second, b.matter AS other_matter,
       [name IN onlyA | '“' + name + '”'] AS only_first, [name IN onlyB | '“' + name + '”'] AS only_second, covered, [row IN differing | row.one.party] AS differing, other_leads, grave
ORDER BY score DESC, x.name, a.list, a.position
