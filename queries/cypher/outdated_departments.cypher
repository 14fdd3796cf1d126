// Departments with a list that the stored findings do not take into account as it is, or that is gone since.
CALL {
  MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
  WHERE l.computed IS NULL
  RETURN by.id AS id
  UNION
  MATCH (c:Computation {id: 'findings'})
  WITH coalesce(c.lists, []) AS lists, coalesce(c.publishers, []) AS publishers
  UNWIND range(0, size(lists) - 1) AS at
  WITH lists[at] AS list, publishers[at] AS id
  WHERE NOT EXISTS { MATCH (:DutyList {id: list}) }
  RETURN id
}
RETURN id
ORDER BY id
