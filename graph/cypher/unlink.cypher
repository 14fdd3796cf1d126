UNWIND $ids AS id
MATCH (s:__LABEL__ {id: id})-[e:__TYPE__]->(:Department)
DELETE e
