// What the statements of one kind say, text by text; a case stands apart.
UNWIND $lists AS list
MATCH (n:__LABEL__ {list: list})
RETURN n.id AS id, list,
       [text IN [__TEXTS__] WHERE text IS NOT NULL] AS texts, n.case AS case
ORDER BY id
