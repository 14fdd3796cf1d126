// What bodies are called: by the titles of their lists, and by the lists that name them, with the region of these.
UNWIND $ids AS id
MATCH (d:Department {id: id})
RETURN d.id AS id, d.name AS name, d.short AS short,
       reduce(all = [], names IN COLLECT { MATCH (d)-[:PUBLISHED]->(l:DutyList) RETURN [l.department] + coalesce(l.also_known_as, []) } | all + names) AS titles,
       COLLECT {
         MATCH (d)<-[e:ASSIGNED_TO]-(:Division)-[:ABOUT]->(:SharedMatter)-[:DECLARED_BY]->(by:Department)
         RETURN DISTINCT {printed: e.printed, home: by.region}
       } + COLLECT {
         MATCH (d)<-[e:HANDLED_BY]-(:PublicService)<-[:PROVIDES]-(by:Department)
         RETURN DISTINCT {printed: e.printed, home: by.region}
       } AS mentions
ORDER BY id
