// Every list with its publisher.
MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
RETURN l.id AS id, by.id AS publisher, l.fingerprint AS fingerprint
ORDER BY id
