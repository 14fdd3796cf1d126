// The names of the files with these bytes that lists in the graph come from.
MATCH (s:Document {sha256: $sha256})<-[:EXTRACTED_FROM]-(:DutyList)
RETURN DISTINCT s.source AS source
