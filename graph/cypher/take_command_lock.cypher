// To be rolled back: until then the uniqueness constraint keeps every other transaction from creating the node.
MERGE (c:Computation {id: 'command lock'})
SET c.data_version = 'held'
