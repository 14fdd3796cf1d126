// Verdicts may be there before their finding: imported, or kept from a time when it was found.
UNWIND $ids AS id
MATCH (f:Finding {id: id})
MATCH (v:Verdict {finding: id})
MERGE (v)-[:JUDGES]->(f)
