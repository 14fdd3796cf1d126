// Departments with a list that the stored findings do not take into account as it is; where one is gone since, its department
// and those that publish lists in the same region: the texts of a region are weighed against each other, and nobody else may
// know which region (the beginning of the id) a department lay in that no list names any more.
CALL {
  MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
  WHERE l.computed IS NULL
  RETURN by.id AS id
  UNION
  MATCH (c:Computation {id: 'findings'})
  WITH coalesce(c.lists, []) AS lists, coalesce(c.publishers, []) AS publishers
  UNWIND range(0, size(lists) - 1) AS at
  WITH lists[at] AS list, publishers[at] AS publisher
  WHERE NOT EXISTS { MATCH (:DutyList {id: list}) }
  WITH DISTINCT publisher, split(publisher, ':')[0] AS region
  OPTIONAL MATCH (by:Department {region: region})-[:PUBLISHED]->(:DutyList)
  UNWIND [publisher, by.id] AS id
  WITH id
  WHERE id IS NOT NULL
  RETURN id
}
RETURN DISTINCT id
ORDER BY id
