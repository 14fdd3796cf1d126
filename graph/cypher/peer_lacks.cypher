// What the bodies of a region lack by their names.
MATCH (d:Department {region: $region})-[e:LACKS]->()
RETURN DISTINCT d.id AS body, e.group AS group, e.text AS text
ORDER BY body, group
