// Legal bases that have not been compared with the registers in force yet.
MATCH (b:LegalBasis)
WHERE b.compared IS NULL
RETURN b.id AS id, b.key AS key, b.document_number AS number
ORDER BY id
