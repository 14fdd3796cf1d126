// description: the nodes with these ids, which findings concern, each with the department it belongs to
// parameters: [ids]
UNWIND $ids AS id
CALL {
  WITH id MATCH path = (:__EACH_STATEMENT__ {id: id})__TO_DEPARTMENT__(:Department) RETURN path
  UNION ALL
  WITH id MATCH path = (:__EACH_STATEMENT__ {id: id})-[:EXTRACTED_FROM]->(:Document) RETURN path
  UNION ALL
  WITH id MATCH path = (:Division {id: id})-[:ASSIGNED_TO]->(:Department) RETURN path
  UNION ALL
  WITH id MATCH path = (:DutyList {id: id})<-[:PUBLISHED]-(:Department) RETURN path
  UNION ALL
  WITH id MATCH path = (:DutyList {id: id})-[:EXTRACTED_FROM]->(:Document) RETURN path
}
RETURN path
