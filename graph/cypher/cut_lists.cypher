// Lists of a region that are told of a comparison that was cut short.
MATCH (:Department {region: $region})-[:PUBLISHED]->(l:DutyList)
WHERE l.__PROPERTY__ IS NOT NULL
RETURN l.id AS id
