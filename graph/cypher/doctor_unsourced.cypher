// Statements without a place in a document.
MATCH (n:__LABEL__)
WHERE NOT EXISTS { (n)-[:EXTRACTED_FROM]->(:Document) }
RETURN n.id AS id
ORDER BY id
