MATCH (s:RuleSetting)
RETURN s.id AS kind, s.enabled AS enabled, s.values AS values
ORDER BY kind
