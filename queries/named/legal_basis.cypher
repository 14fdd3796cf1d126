// title: {zh: 法律依据的引用, en: What rests on a legal basis}
// description:
//   zh: 名称或文号含某词的法律法规文件，哪些部门的哪些职责、分工、制度以它为依据，以及条款
//   en: Instruments whose title or number contains a text, and every statement that rests on them, with articles
// parameters:
//   basis: {type: string, zh: 名称或文号含, en: part of title or number, required: true, suggest: basis}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   basis: {zh: 法律依据, en: legal basis}
//   basis_id: {zh: 依据编号, en: id of the basis}
//   document_number: {zh: 文号, en: document number}
//   articles: {zh: 条款, en: articles}
//   department: {zh: 部门, en: department}
//   kind: {zh: 类别, en: kind, type: term}
//   text: {zh: 内容, en: text}
//   id: {zh: 编号, en: id, of: text}
//   source: {zh: 文件, en: source}
//   locator: {zh: 引用处, en: locator of the citation, type: locator}
MATCH (n)-[e:BASED_ON]->(b:LegalBasis)
WHERE b.title CONTAINS $basis OR b.document_number CONTAINS $basis
MATCH (:DutyList {id: n.list})<-[:PUBLISHED]-(by:Department)
MATCH (n)-[:EXTRACTED_FROM]->(s:Document)
RETURN b.title AS basis, b.id AS basis_id, b.document_number AS document_number, e.articles AS articles, by.name AS department,
       labels(n)[0] AS kind, coalesce(n.name, n.title, n.matter, n.text, n.party) AS text, n.id AS id,
       s.source AS source, e.locator AS locator
ORDER BY basis, document_number, department, n.list, n.position, locator, articles
SKIP $offset LIMIT $limit
