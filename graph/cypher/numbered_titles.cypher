// Titles and the document numbers printed with them: who issues under which characters.
MATCH (b:LegalBasis)
WHERE b.document_number IS NOT NULL AND b.title <> b.document_number
RETURN b.title AS title, b.document_number AS number
ORDER BY title, number
