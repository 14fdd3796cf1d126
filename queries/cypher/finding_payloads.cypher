UNWIND $ids AS id
MATCH (f:Finding {id: id})
RETURN f.id AS id, f.payload AS payload
