// What a statement (by id) is tied to that has a page of its own.
CALL {
  MATCH (n:__EACH_STATEMENT__ {id: $id}) RETURN n
}
MATCH (n)-[e:HANDLED_BY|BASED_ON|TARGETS|ASSIGNED_TO|ABOUT]->(m)
RETURN DISTINCT type(e) AS edge, labels(m)[0] AS label, m.id AS id,
       coalesce(m.name, m.title, m.matter, m.document_number) AS name
ORDER BY edge, name, id
