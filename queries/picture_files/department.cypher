// description: a department with its statements and whom it shares matters with
// parameters: [department]
MATCH path = (:Department {id: $department})__FROM_DEPARTMENT__(:__EACH_STATEMENT__)-[:EXTRACTED_FROM]->(:Document) RETURN path
UNION ALL
MATCH path = (:Department {id: $department})-[:HAS_DUTY]->(:Duty)-[:HAS_TASK]->(:Task)-[:HANDLED_BY]->(:Office|Department)
RETURN path
UNION ALL
MATCH path = (:Department {id: $department})-[:HAS_OFFICE]->(:Office) RETURN path
UNION ALL
MATCH path = (:Department {id: $department})<-[:DECLARED_BY]-(:SharedMatter)<-[:ABOUT]-(:Division)-[:ASSIGNED_TO]->(:Department)
RETURN path
UNION ALL
MATCH path = (:Department {id: $department})<-[:ASSIGNED_TO]-(:Division)-[:ABOUT]->(:SharedMatter)-[:DECLARED_BY]->(:Department)
RETURN path
UNION ALL
MATCH path = (:Department {id: $department})<-[:ASSIGNED_TO]-(:Division)-[:EXTRACTED_FROM]->(:Document) RETURN path
UNION ALL
MATCH path = (:Department {id: $department})-[:RUNS]->(:SupervisionRegime)-[:TARGETS]->(:SupervisionTarget) RETURN path
UNION ALL
MATCH path = (:Department {id: $department})-[:PROVIDES]->(:PublicService)-[:HANDLED_BY]->(:Office|Department) RETURN path
