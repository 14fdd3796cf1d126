// The names, without region and level, that bodies with a list have at one level of government, and how many bear each.
MATCH (d:Department {listed: true})
WHERE d.level IS NOT NULL AND ($region IS NULL OR d.region = $region)
RETURN d.key AS key, d.level AS level, count(d) AS bodies
ORDER BY key, level
