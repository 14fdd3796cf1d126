// title: {zh: 同类部门都有而本部门没有, en: What its peers have}
// description:
//   zh: "同一省内同级同名的部门（至少五个，不含本部门）中，八成以上的清单写有这项工作，而本部门的清单和本地区其他部门的清单都没有写到这件事。只比较主要职责和工作事项，未读全的清单不参加比较。"
//   en: "Of the bodies of one name and level within a province (five at least, beside this one) four in five list this work, and neither this body's list nor any other list of its region says anything of the matter. Duties and tasks are compared; lists that were not read as a whole are left out."
// class: gap
// severity: medium
// weight: 0.6
// sentence:
//   zh: 同省同级的{peers}个同名部门中有{having}个写有“{text}”，“{department}”的清单没有写到，本地区其他部门的清单也没有写到。
//   en: "Of {peers} bodies of the same name and level in the province {having} list “{text}”; the list of “{department}” does not, nor does any other list of its region."
// columns:
//   department: {zh: 部门, en: the department, whole: true}
//   text: {zh: 同类部门写有的工作, en: what its peers list}
//   having: {zh: 写有这项工作的部门数, en: how many peers list it}
//   peers: {zh: 同类部门数, en: how many peers there are}
// parts:
//   usual: {zh: "{peers}个同类部门中有{having}个写有", en: "{having} of {peers} peers list it"}
// options: [supplement, confirm_nil]
// reach: all
// # The edges are made by graph/analysis/peers.py.
MATCH (d:Department)-[e:LACKS]->(n:Duty|Task)
WHERE NOT coalesce(e.answered, false) AND ($touched IS NULL OR d.id IN $touched)
  AND NOT EXISTS {
    MATCH (:Department {region: d.region})-[:PUBLISHED]->(l:DutyList)
    WHERE '部门职责' IN coalesce(l.sections_read_in_part, [])
  }
WITH d, e, n ORDER BY d.name, e.group, e.position
WITH d, e.group AS group, e.text AS text, size(e.by) AS having, e.peers AS peers, collect({role: 'peer', id: n.id, quotes: [e.text]}) AS texts
RETURN [d.name] AS departments, [{role: 'department', id: d.id}] + texts AS nodes, [group] AS identity,
       1.0 * having / peers AS score, {usual: 1.0 * having / peers} AS parts, d.name AS department, text, having, peers
ORDER BY d.name, having DESC, text
