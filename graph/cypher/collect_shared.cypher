// Only nodes that a list owns have the property list. What an analysis has found about a body holds it nowhere: it goes at
// the next computation.
MATCH (n:__LABEL__)
WHERE NOT EXISTS { MATCH (n)-[e]-(m) WHERE m.list IS NOT NULL AND NOT type(e) IN ['ANSWERED_BY', 'NAMES', 'ACTS_IN', 'LACKS'] }
DETACH DELETE n
RETURN count(*) AS removed
