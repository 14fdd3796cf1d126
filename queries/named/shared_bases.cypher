// title: {zh: 两个部门共同的法律依据, en: Legal bases that two departments share}
// description:
//   zh: 两个部门的清单都引用的法律法规文件，以及各自的条款
//   en: Instruments that the lists of both departments cite, with the articles each of them names
// parameters:
//   a: {type: string, zh: 部门甲, en: one department, required: true, suggest: department}
//   b: {type: string, zh: 部门乙, en: the other department, required: true, suggest: department}
//   limit: {type: integer, zh: 最多行数, en: most rows, default: 1000, minimum: 1, maximum: 10000}
//   offset: {type: integer, zh: 跳过的行数, en: rows to skip, default: 0, minimum: 0, maximum: 10000000}
// columns:
//   basis: {zh: 法律依据, en: legal basis}
//   document_number: {zh: 文号, en: document number}
//   statements_a: {zh: 部门甲引用次数, en: citations of the one}
//   articles_a: {zh: 部门甲引用的条款, en: articles of the one}
//   statements_b: {zh: 部门乙引用次数, en: citations of the other}
//   articles_b: {zh: 部门乙引用的条款, en: articles of the other}
MATCH (:Department {id: $a})-[:PUBLISHED]->(l:DutyList)
MATCH (n:__STATEMENTS__)-[e:BASED_ON]->(x:LegalBasis)
WHERE n.list = l.id
WITH x, count(e) AS statements_a, collect(DISTINCT e.articles) AS articles_a
MATCH (:Department {id: $b})-[:PUBLISHED]->(l:DutyList)
MATCH (n:__STATEMENTS__)-[e:BASED_ON]->(x)
WHERE n.list = l.id
WITH x, statements_a, articles_a, count(e) AS statements_b, collect(DISTINCT e.articles) AS articles_b
RETURN x.title AS basis, x.document_number AS document_number,
       statements_a, COLLECT { UNWIND articles_a AS article RETURN article ORDER BY article } AS articles_a,
       statements_b, COLLECT { UNWIND articles_b AS article RETURN article ORDER BY article } AS articles_b
ORDER BY basis, document_number
SKIP $offset LIMIT $limit
