// Statements per list, as they are in the graph.
MATCH (n:__LABEL__)
RETURN n.list AS list, count(n) AS count
