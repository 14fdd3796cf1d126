// title: {zh: 一条内容的依据, en: Legal bases of a statement}
// description:
//   zh: 一条内容（按编号）引用的法律法规文件及其条款，各带引用处
//   en: Instruments that a statement, by its id, rests on, with articles and the place of each citation
// parameters:
//   id: {type: string, zh: 编号, en: id, required: true}
// columns:
//   basis: {zh: 法律依据, en: legal basis}
//   document_number: {zh: 文号, en: document number}
//   articles: {zh: 条款, en: articles}
//   id: {zh: 依据编号, en: id of the basis, of: basis}
//   locator: {zh: 引用处, en: locator of the citation, type: locator}
CALL {
  MATCH (n:__EACH_STATEMENT__ {id: $id}) RETURN n
}
MATCH (n)-[e:BASED_ON]->(b:LegalBasis)
RETURN b.title AS basis, b.document_number AS document_number, e.articles AS articles, b.id AS id, e.locator AS locator
ORDER BY basis, document_number, articles, locator
