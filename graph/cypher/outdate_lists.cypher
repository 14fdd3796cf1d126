// The findings do not take the lists of these departments into account as they are now.
UNWIND $departments AS id
MATCH (:Department {id: id})-[:PUBLISHED]->(l:DutyList)
REMOVE l.computed
