// The network of their regions is measured again at the next computation.
UNWIND $ids AS id
MATCH (d:Department {id: id})
REMOVE d.ties
