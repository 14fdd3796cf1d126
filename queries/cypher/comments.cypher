MATCH (c:Comment)
WHERE $findings IS NULL OR c.finding IN $findings
RETURN c.finding AS finding, c.department AS department, c.department_name AS department_name, c.text AS text,
       c.at AS at, c.source AS source, c.place AS place
ORDER BY at, c.id
