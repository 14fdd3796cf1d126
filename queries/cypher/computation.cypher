MATCH (c:Computation {id: 'findings'})
RETURN c.data_version AS data, c.rules_version AS rules, coalesce(c.registers_version, '') AS registers,
  coalesce(c.analyses_version, '') AS analyses
