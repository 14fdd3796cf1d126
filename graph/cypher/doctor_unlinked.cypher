// Parts in shared matters that no body is assigned to.
MATCH (s:Division)
WHERE NOT EXISTS { (s)-[:ASSIGNED_TO]->(:Department) } AND s.party <> ''
RETURN s.id AS id, s.party AS printed
ORDER BY id
