MATCH (c:Computation {id: 'findings'})
RETURN c.data_version AS data, c.rules_version AS rules
