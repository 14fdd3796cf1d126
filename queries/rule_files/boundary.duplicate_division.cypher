// kind: boundary.conflict
// title: {zh: 同样的工作分给两家, en: The same work given to two}
// description:
//   zh: "同一事项的两处分工认领同样的工作，看不出由谁负责。"
//   en: "Two rows of one matter claim the same work, so that nobody can tell who answers for it."
// class: boundary
// severity: medium
// weight: 0.95
// sentence:
//   zh: “{declarer}”清单的“{matter}”把同样的工作分给了两家：“{party}”（{work}）和“{other_party}”（{other_work}）{joint}{grave}。
//   en: "The matter “{matter}” in the list of “{declarer}” gives the same work to two: “{party}” ({work}) and “{other_party}” ({other_work}){joint}{grave}."
// clauses:
//   grave: {zh: ，事关资金、安全或审批, en: "; money, safety or an approval hangs on it"}
//   joint: {zh: "；按{law}两家各有监督的职责，应当写明各查什么", en: "; by {law} both supervise, each from its side, and the list should say who looks at what"}
// columns:
//   declarer: {zh: 申报部门, en: the declaring department, whole: true}
//   matter: {zh: 管理事项, en: the matter, whole: true}
//   party: {zh: 一家, en: one party, whole: true}
//   work: {zh: 它的工作, en: its work, whole: true}
//   other_party: {zh: 另一家, en: the other party, whole: true}
//   other_work: {zh: 另一家的工作, en: the other one's work, whole: true}
//   grave: {zh: 是否事关资金、安全或审批, en: "whether money, safety or an approval hangs on it"}
//   joint: {zh: 是否法律让两家各自监督, en: "whether a law lets both supervise, each from its side"}
//   law: {zh: 哪部法律, en: which law, whole: true}
// parts:
//   wording: {zh: 两家的分工是同样的文字, en: the same text for two bodies}
// options: [clarify_boundary, name_lead, merge]
// reach: region
// # CLAIMED_BY: graph/analysis/boundaries/duplicate_division.py.
MATCH (x:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)-[e:CLAIMED_BY]->(o:Division)
WHERE $touched IS NULL OR x.id IN $touched
WITH x, m, n, e, o, e.law IS NOT NULL AS joint, e.law IS NULL AND (m.matter + e.one + e.other) =~ $stakes AS grave
RETURN [x.name] AS departments, [{role: 'a', id: n.id}, {role: 'b', id: o.id}] AS nodes,
       CASE WHEN joint THEN 'low' WHEN grave THEN 'high' ELSE 'medium' END AS severity, grave, joint, coalesce(e.law, '') AS law, e.score AS score, {wording: e.score} AS parts,
       x.name AS declarer, m.matter AS matter, n.party AS party, e.one AS work, o.party AS other_party, e.other AS other_work
ORDER BY score DESC, declarer, n.list, n.position
