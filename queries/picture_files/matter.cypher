// description: shared matters whose name contains a text, who declares them, every part, its body and its legal bases
// parameters: [matter]
MATCH path = (:Department)<-[:DECLARED_BY]-(m:SharedMatter)-[:EXTRACTED_FROM]->(:Document)
WHERE m.matter CONTAINS $matter
RETURN path
UNION ALL
MATCH path = (m:SharedMatter)<-[:ABOUT]-(:Division)-[:EXTRACTED_FROM]->(:Document)
WHERE m.matter CONTAINS $matter
RETURN path
UNION ALL
MATCH path = (m:SharedMatter)<-[:ABOUT]-(:Division)-[:ASSIGNED_TO]->(:Department)
WHERE m.matter CONTAINS $matter
RETURN path
UNION ALL
MATCH path = (m:SharedMatter)<-[:ABOUT]-(:Division)-[:BASED_ON]->(:LegalBasis)
WHERE m.matter CONTAINS $matter
RETURN path
