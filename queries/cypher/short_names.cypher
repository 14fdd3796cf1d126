// What some bodies are called, and what they are called within their region.
UNWIND $ids AS id
MATCH (d:Department {id: id})
WHERE d.short IS NOT NULL
RETURN d.id AS id, d.name AS name, d.short AS short
ORDER BY id
