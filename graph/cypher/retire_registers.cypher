// The registers of this kind (built-in or imported) are no longer in force, and their instruments go.
MATCH (r:Register {builtin: $builtin})
SET r.current = false
WITH r
OPTIONAL MATCH (i:Instrument)-[:LISTED_IN]->(r)
DETACH DELETE i
