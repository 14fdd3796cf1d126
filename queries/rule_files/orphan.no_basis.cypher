// title: {zh: 管理事项无依据, en: Shared matter without basis}
// description:
//   zh: "管理事项的职责分工没有写任何法律法规或文件依据。只看设有依据一栏的清单。"
//   en: "The division of a shared matter rests on no law or document. Only lists with a column for it are looked at."
// class: orphan
// severity: medium
// weight: 0.7
// sentence:
//   zh: 管理事项“{matter}”的{parties}项职责分工都没有写明依据。
//   en: None of the {parties} parts of the shared matter “{matter}” names a basis.
// columns:
//   matter: {zh: 管理事项, en: the matter}
//   parties: {zh: 分工项数, en: its parts}
// options: [supplement]
MATCH (l:DutyList)<-[:PUBLISHED]-(by:Department)
WHERE ($touched IS NULL OR by.id IN $touched) AND '职责边界/basis' IN l.columns
  AND NOT '职责边界' IN coalesce(l.sections_read_in_part, [])
MATCH (m:SharedMatter {list: l.id})
WHERE EXISTS { (m)<-[:ABOUT]-(:Division) }
  AND NOT EXISTS { (m)-[:BASED_ON]->(:LegalBasis) }
  AND NOT EXISTS { MATCH (m)<-[:ABOUT]-(n:Division) WHERE n.basis IS NOT NULL OR EXISTS { (n)-[:BASED_ON]->(:LegalBasis) } }
RETURN [by.name] AS departments, [{role: 'matter', id: m.id}] AS nodes, m.matter AS matter,
       COUNT { MATCH (m)<-[:ABOUT]-(:Division) } AS parties
ORDER BY by.name, l.id, m.position
