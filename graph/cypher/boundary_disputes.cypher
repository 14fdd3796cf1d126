// Pairs of bodies that quarrel about a matter of a region's lists: whose a part is, or who leads.
MATCH (:Department {region: $region})<-[:DECLARED_BY]-(m:SharedMatter)
CALL {
  WITH m
  MATCH (m)<-[:ABOUT]-(n:Division)-[:GIVEN_ELSEWHERE]-(o:Division)-[:ASSIGNED_TO]->(b:Department)
  MATCH (n)-[:ASSIGNED_TO]->(a:Department)
  RETURN a.id AS one, b.id AS other
  UNION
  WITH m
  MATCH (m)<-[:ABOUT]-(n:Division)-[e:CLAIMED_BY]->(o:Division)-[:ASSIGNED_TO]->(b:Department)
  WHERE e.law IS NULL
  MATCH (n)-[:ASSIGNED_TO]->(a:Department)
  RETURN a.id AS one, b.id AS other
  UNION
  WITH m
  MATCH (m)<-[:ABOUT]-(n:Division)-[e:CLAIMED_BY]->(s:Duty|Task)
  WHERE e.law IS NULL
  MATCH (n)-[:ASSIGNED_TO]->(a:Department)
  MATCH (:DutyList {id: s.list})<-[:PUBLISHED]-(b:Department)
  RETURN a.id AS one, b.id AS other
  UNION
  WITH m
  MATCH (m)-[:ALIKE]-(w:SharedMatter)<-[:ABOUT]-(o:Division)-[:ASSIGNED_TO]->(b:Department)
  MATCH (m)<-[:ABOUT]-(n:Division)-[:ASSIGNED_TO]->(a:Department)
  WHERE (n.role = 'lead' OR n.text STARTS WITH '牵头') AND (o.role = 'lead' OR o.text STARTS WITH '牵头')
  RETURN a.id AS one, b.id AS other
}
WITH DISTINCT m.id AS matter, one, other
WHERE one <> other
RETURN matter, one, other
ORDER BY matter, one, other
