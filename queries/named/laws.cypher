// title: {zh: 法律依据一览, en: Legal bases}
// description:
//   zh: 清单引用的法律法规文件，各被引用几处、见于几份清单；引用多的在前
//   en: Instruments that the lists cite, how often and in how many lists; the most cited first
// parameters:
//   text: {type: string, zh: 名称或文号含, en: part of title or number, suggest: basis}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 500, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   basis: {zh: 法律依据, en: legal basis}
//   document_number: {zh: 文号, en: document number}
//   id: {zh: 编号, en: id, of: basis}
//   citations: {zh: 引用处, en: citations}
//   lists: {zh: 清单数, en: lists}
MATCH (b:LegalBasis)
WHERE $text IS NULL OR b.title CONTAINS $text OR b.document_number CONTAINS $text
RETURN b.title AS basis, b.document_number AS document_number, b.id AS id, COUNT { (b)<-[:BASED_ON]-() } AS citations,
       COUNT { MATCH (b)<-[:BASED_ON]-(n) RETURN DISTINCT n.list } AS lists
ORDER BY citations DESC, basis, id
SKIP $offset LIMIT $limit
