// The statements of a list as they are searched. Who acts in a part of a shared matter is the party; a duty's offices are
// those of its tasks. Of several parties it is the one that is printed first. What the parts of a matter say tells who leads it.
MATCH (l:DutyList {id: $list})<-[:PUBLISHED]-(by:Department)
CALL (l) {
  MATCH (n:__EACH_STATEMENT__ {list: l.id}) RETURN n
}
MATCH (n)-[e:EXTRACTED_FROM]->(s:Document)
OPTIONAL MATCH (n)-[named:ASSIGNED_TO]->(party:Department)
WITH by, l, n, e, s, party, size(split(n.party, named.printed)[0]) AS at ORDER BY at, party.id
WITH by, l, n, e, s, coalesce(head(collect(party)), by) AS actor
OPTIONAL MATCH (n)-[:HAS_TASK]->(task:Task)
WITH by, l, n, e, s, actor, task ORDER BY task.position
WITH by, l, n, e, s, actor, collect(DISTINCT task.office) AS offices
OPTIONAL MATCH (n)-[:ABOUT]->(about:SharedMatter)
WITH by, l, n, e, s, actor, offices, coalesce(about, n) AS matter
OPTIONAL MATCH (matter)<-[:ABOUT]-(part:Division)-[:ASSIGNED_TO]->(body:Department)
WITH by, l, n, e, s, actor, offices, matter:SharedMatter AS is_shared,
     [one IN collect({body: body.id, role: part.role, text: part.text}) WHERE one.body IS NOT NULL] AS parts
RETURN n.id AS id, labels(n)[0] AS kind, l.id AS list, by.region AS region, by.name AS department, by.id AS department_id,
       actor.name AS actor, actor.id AS actor_id, coalesce(n.name, n.title, n.matter) AS title,
       coalesce(n.text, n.content) AS text,
       [text IN [__TEXTS__, n.case, n.handler, n.phone, n.office] WHERE text IS NOT NULL] AS beside,
       [office IN offices + [n.office, n.handler] WHERE office IS NOT NULL] AS offices, n.phone AS phone, is_shared, parts,
       s.source AS source, e.locator AS locator
ORDER BY n.position, id
