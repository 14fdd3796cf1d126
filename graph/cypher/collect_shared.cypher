// Only nodes that a list owns have the property list.
MATCH (n:__LABEL__)
WHERE NOT EXISTS { MATCH (n)--(m) WHERE m.list IS NOT NULL }
DETACH DELETE n
RETURN count(*) AS removed
