// What the statements with these ids rest on, with the articles as they are cited.
CALL {
  UNWIND $ids AS id MATCH (n:__EACH_STATEMENT__ {id: id}) RETURN n
}
MATCH (n)-[e:BASED_ON]->(b:LegalBasis)
RETURN DISTINCT n.id AS id, b.title AS title, coalesce(e.document_number, b.document_number) AS number, e.articles AS articles
ORDER BY id, title, number, articles
