UNWIND $ids AS id
MATCH (t:Topic {id: id})
RETURN t.id AS id, t.payload AS payload
