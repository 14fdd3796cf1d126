// The citations that have a title and a document number, in the order of the lists, each with its statement.
MATCH (n:__EACH_STATEMENT__)-[c:BASED_ON]->(:LegalBasis) WHERE c.document_number IS NOT NULL AND coalesce(c.printed, '') <> '' RETURN n.id AS id, labels(n)[0] AS label, n.list AS list, c.printed AS title, c.document_number AS number, c.locator AS locator, n.position AS position
