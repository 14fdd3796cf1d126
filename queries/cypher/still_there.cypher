// Findings (by id) and documents (by name) of which somebody was told, as far as they are still in the graph.
UNWIND $ids AS id
MATCH (f:Finding {id: id})
RETURN f.id AS name
UNION
UNWIND $sources AS source
MATCH (s:Document {source: source})
RETURN s.source AS name
