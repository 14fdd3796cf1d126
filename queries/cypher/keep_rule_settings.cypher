MERGE (s:RuleSetting {id: $kind})
SET s.enabled = $enabled, s.values = $values
