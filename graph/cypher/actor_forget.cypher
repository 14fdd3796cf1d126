MATCH (:Department {region: $region})<-[:DECLARED_BY]-(:SharedMatter)<-[:ABOUT]-(:Division)-[e:ACTS_IN]->(:Department)
DELETE e
