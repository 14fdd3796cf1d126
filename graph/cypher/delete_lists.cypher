UNWIND $lists AS list
MATCH (n:__LABEL__ {list: list})
DETACH DELETE n
