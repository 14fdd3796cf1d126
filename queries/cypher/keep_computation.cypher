MERGE (c:Computation {id: 'findings'})
SET c.data_version = $data, c.rules_version = $rules
