// The last statement of every transaction that writes: it is held by two of them for as short as can be.
MERGE (c:Computation {id: 'revision'})
SET c.data_version = $revision
