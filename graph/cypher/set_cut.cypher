MATCH (:Department {region: $region})-[:PUBLISHED]->(l:DutyList)
SET l.__PROPERTY__ = $text
