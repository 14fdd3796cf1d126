"""Rules (rule_files/*.cypher): their headers, thresholds and settings, and how a row becomes a finding."""
