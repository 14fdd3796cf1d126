// Remove what an earlier comparison of bodies of one name has found.
MATCH (:Department)-[e:LACKS]->()
DELETE e
