// description: the nodes with these ids, which findings concern, each with the department it belongs to
// parameters: [ids]
UNWIND $ids AS id
MATCH path = (:Department)-[:HAS_DUTY]->(:Duty {id: id})-[:EXTRACTED_FROM]->(:Document) RETURN path
UNION ALL
UNWIND $ids AS id
MATCH path = (:Department)-[:HAS_DUTY]->(:Duty)-[:HAS_TASK]->(:Task {id: id})-[:EXTRACTED_FROM]->(:Document) RETURN path
UNION ALL
UNWIND $ids AS id
MATCH path = (:Department)<-[:DECLARED_BY]-(:SharedMatter {id: id})-[:EXTRACTED_FROM]->(:Document) RETURN path
UNION ALL
UNWIND $ids AS id
MATCH path = (:Department)<-[:DECLARED_BY]-(:SharedMatter)<-[:ABOUT]-(:Division {id: id})-[:EXTRACTED_FROM]->(:Document)
RETURN path
UNION ALL
UNWIND $ids AS id
MATCH path = (:Division {id: id})-[:ASSIGNED_TO]->(:Department) RETURN path
UNION ALL
UNWIND $ids AS id
MATCH path = (:Department)-[:RUNS]->(:SupervisionRegime {id: id})-[:EXTRACTED_FROM]->(:Document) RETURN path
UNION ALL
UNWIND $ids AS id
MATCH path = (:Department)-[:PROVIDES]->(:PublicService {id: id})-[:EXTRACTED_FROM]->(:Document) RETURN path
UNION ALL
UNWIND $ids AS id
MATCH path = (:Department)-[:PUBLISHED]->(:DutyList {id: id})-[:EXTRACTED_FROM]->(:Document) RETURN path
