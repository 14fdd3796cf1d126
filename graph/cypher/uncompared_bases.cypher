// Legal bases that have not been compared with these registers yet.
MATCH (b:LegalBasis)
WHERE b.compared IS NULL OR b.compared <> $compared
RETURN b.id AS id, b.key AS key, b.document_number AS number
ORDER BY id
