// How many lists the bodies of a region publish.
MATCH (:Department {region: $region})-[:PUBLISHED]->(l:DutyList)
RETURN count(l) AS lists
