// The names, without region and level, that bodies with a list have at one level of government, and how many bear each: in one
// region or all, of these names or all.
MATCH (d:Department {listed: true})
WHERE d.level IS NOT NULL AND ($region IS NULL OR d.region = $region) AND ($keys IS NULL OR d.key IN $keys)
RETURN d.key AS key, d.level AS level, count(d) AS bodies
ORDER BY key, level
