// kind: boundary.conflict
// title: {zh: 分工换了部门, en: Part given to another body}
// description:
//   zh: "两份清单申报同一事项，一份给甲的分工另一份给了乙：多半是两家的分工对调了，或者各认各的。"
//   en: "Two lists declare one matter, and the part that the one gives to a body the other gives to another: parts were exchanged, or the lists do not agree whose they are."
// class: boundary
// severity: high
// weight: 0.95
// sentence:
//   zh: “{first}”清单的“{matter}”与“{second}”清单的“{other_matter}”是同一件事，分工却给了不同的部门：{moved_zh}。
//   en: "The matter “{matter}” in the list of “{first}” and “{other_matter}” in the list of “{second}” are one, but the lists give its parts to different bodies: {moved_en}."
// columns:
//   first: {zh: 一份清单的部门, en: the body of one list, whole: true}
//   matter: {zh: 它申报的事项, en: the matter as it declares it, whole: true}
//   second: {zh: 另一份清单的部门, en: the body of the other list, whole: true}
//   other_matter: {zh: 另一份清单申报的事项, en: the matter as the other one declares it, whole: true}
//   moved_zh: {zh: 哪些分工给了谁, en: which part is given to whom (Chinese), whole: true}
//   moved_en: {zh: 哪些分工给了谁（英文）, en: which part is given to whom, whole: true}
// parts:
//   declared: {zh: 两份清单都申报了这一事项, en: both lists declare the matter}
//   divisions: {zh: 给了不同部门的分工相近的程度, en: how alike the parts are that different bodies are given}
// options: [exchange, reassign, clarify_boundary]
// reach: region
// # GIVEN_ELSEWHERE: graph/analysis/boundaries/exchanged_division.py. boundary.conflict tells of what else the lists do not agree on.
MATCH (x:Department)<-[:DECLARED_BY]-(a:SharedMatter)-[:ALIKE]->(b:SharedMatter)-[:DECLARED_BY]->(y:Department)
WHERE $touched IS NULL OR x.id IN $touched OR y.id IN $touched
MATCH (a)<-[:ABOUT]-(n:Division)-[e:GIVEN_ELSEWHERE]->(o:Division)-[:ABOUT]->(b)
WITH x, a, b, y, n, o, e, CASE WHEN size(e.one) > 30 THEN substring(e.one, 0, 30) + '…' ELSE e.one END AS work
ORDER BY n.position, o.position
WITH x, a, b, y, max(e.likeness) AS likeness,
     collect({role: 'division', id: n.id}) + collect({role: 'division', id: o.id}) AS divisions,
     collect('前者给“' + n.party + '”的“' + work + '”，后者给了“' + o.party + '”') AS zh,
     collect('“' + work + '” to “' + n.party + '” in the first, to “' + o.party + '” in the second') AS en
RETURN [x.name, y.name] AS departments, [{role: 'a', id: a.id}, {role: 'b', id: b.id}] + divisions AS nodes,
       0.7 + 0.3 * likeness AS score, {declared: 0.7, divisions: 0.3 * likeness} AS parts,
       x.name AS first, a.matter AS matter, y.name AS second, b.matter AS other_matter,
       reduce(all = head(zh), text IN tail(zh) | all + '；' + text) AS moved_zh,
       reduce(all = head(en), text IN tail(en) | all + '; ' + text) AS moved_en
ORDER BY score DESC, first, a.list, a.position
