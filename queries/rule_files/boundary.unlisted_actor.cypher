// title: {zh: 写到的部门不在分工之列, en: A body acts that is no party}
// description:
//   zh: 管理事项的职责分工里写到某部门办理某事，相关部门栏里却没有它；同一地区的清单别处有这个部门。案例里写到的、各方中有“其他有关部门”的不列。
//   en: The division of a shared matter lets a body act that is no party of the matter, though lists of the region name it elsewhere. Cases (案例), and matters with a party such as 其他有关部门, are left out.
// class: boundary
// severity: low
// weight: 0.5
// sentence:
//   zh: 管理事项“{matter}”的文字里“{printed}”承担工作，相关部门一栏却没有{body}。
//   en: In the shared matter “{matter}”, “{printed}” has work to do, but {body} is no party.
// columns:
//   matter: {zh: 管理事项, en: the matter}
//   printed: {zh: 文中的写法, en: the name as printed}
//   body: {zh: 哪个部门, en: which body}
// options: [clarify_boundary, supplement]
// reach: region
// # The edges are made by graph/analysis/unlisted_actors.py.
MATCH (by:Department)<-[:DECLARED_BY]-(m:SharedMatter)<-[:ABOUT]-(n:Division)-[e:ACTS_IN]->(actor:Department)
MATCH (l:DutyList {id: m.list})
WHERE ($touched IS NULL OR by.id IN $touched OR actor.id IN $touched) AND NOT '职责边界' IN coalesce(l.sections_read_in_part, [])
  AND NOT coalesce(n.doubtful, false)
WITH by, m, actor, n, e ORDER BY n.position, e.printed
WITH by, m, actor, collect({role: 'division', id: n.id, quotes: [e.printed]}) AS divisions, collect(DISTINCT e.printed) AS printed
RETURN [by.name, actor.name] AS departments, [{role: 'matter', id: m.id}] + divisions AS nodes, [m.id, actor.id] AS identity,
       m.matter AS matter, printed, actor.name AS body
ORDER BY by.name, m.position, actor.name
