// The bodies of a region, or all; those that nobody names (有关部门) are nobody to be tied to.
MATCH (d:Department)
WHERE ($region IS NULL OR d.region = $region) AND NOT coalesce(d.vague, false)
RETURN d.id AS id, d.name AS name, coalesce(d.listed, false) AS listed
ORDER BY id
