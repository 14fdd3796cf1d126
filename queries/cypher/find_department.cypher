MATCH (d:Department)
WHERE $text <> ''
WITH d, CASE
          WHEN d.id = $text THEN 'id'
          WHEN d.name = $text THEN 'name'
          WHEN $text IN coalesce(d.aliases, []) THEN 'alias'
          WHEN d.name CONTAINS $text OR any(alias IN coalesce(d.aliases, []) WHERE alias CONTAINS $text) THEN 'part'
        END AS how
WHERE how IS NOT NULL
RETURN d.id AS id, d.name AS name, coalesce(d.listed, false) AS listed, how
ORDER BY CASE how WHEN 'id' THEN 0 WHEN 'name' THEN 1 WHEN 'alias' THEN 2 ELSE 3 END,
         CASE WHEN listed THEN 0 ELSE 1 END, name, id
