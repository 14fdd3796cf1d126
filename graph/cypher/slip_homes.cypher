// The lists of departments, with the year that they are at least of, and the regions that their departments lie in, from the
// inside out.
MATCH (by:Department)-[:PUBLISHED]->(l:DutyList)
WHERE $touched IS NULL OR by.id IN $touched
OPTIONAL MATCH way = (by)-[:IN_REGION]->(:Region)-[:PART_OF*0..2]->(r:Region)
WITH l, r, length(way) AS steps ORDER BY steps
RETURN l.id AS list, coalesce(l.stated_year, l.cited_year) AS year,
       [one IN collect(r) | {code: one.code, name: one.name, level: one.level, abolished: one.abolished}] AS regions
ORDER BY list
