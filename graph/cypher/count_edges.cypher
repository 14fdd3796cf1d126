MATCH ()-[e:__TYPE__]->()
RETURN count(e) AS count
