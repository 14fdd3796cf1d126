// Verdicts may be there before their finding or topic: imported, or kept from a time when it was found.
CALL {
  UNWIND $ids AS id MATCH (n:Finding {id: id}) RETURN id, n
  UNION ALL
  UNWIND $ids AS id MATCH (n:Topic {id: id}) RETURN id, n
}
MATCH (v:Verdict {finding: id})
MERGE (v)-[:JUDGES]->(n)
