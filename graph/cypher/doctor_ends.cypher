// Edges whose ends are of other kinds than the ontology says.
MATCH (a)-[e:__TYPE__]->(b)
WHERE NOT any(label IN labels(a) WHERE label IN $starts) OR NOT any(label IN labels(b) WHERE label IN $ends)
RETURN count(e) AS count
