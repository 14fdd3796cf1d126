// Verdicts may be there before their finding or topic: imported, or kept from a time when it was found.
UNWIND $ids AS id
MATCH (n:Finding|Topic {id: id})
MATCH (v:Verdict {finding: id})
MERGE (v)-[:JUDGES]->(n)
