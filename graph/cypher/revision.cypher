MATCH (c:Computation {id: 'revision'})
RETURN c.data_version AS revision
