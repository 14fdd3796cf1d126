MERGE (s:RuleSetting {id: $rule})
SET s.enabled = $enabled, s.values = $values
