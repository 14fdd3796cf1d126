MATCH (s:RuleSetting)
RETURN s.id AS rule, s.enabled AS enabled, s.values AS values
ORDER BY rule
