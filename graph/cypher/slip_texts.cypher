// What the statements of one kind say, text by text, a case apart; and the citations in them, with their places.
UNWIND $lists AS list
MATCH (n:__LABEL__ {list: list})
OPTIONAL MATCH (n)-[c:BASED_ON]->(:LegalBasis)
WITH n, list, [one IN collect(c) | {title: one.printed, number: one.document_number, locator: one.locator}] AS citations
RETURN n.id AS id, list, [text IN [__TEXTS__] WHERE text IS NOT NULL] AS texts, n.case AS case, citations
ORDER BY id
