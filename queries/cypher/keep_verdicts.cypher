// A verdict is never changed: the same one given twice is one.
UNWIND $rows AS row
MERGE (v:Verdict {id: row.id})
ON CREATE SET v += row.properties
WITH v
CALL (v) {
  MATCH (n:Finding {id: v.finding}) RETURN n
  UNION ALL
  MATCH (n:Topic {id: v.finding}) RETURN n
}
MERGE (v)-[:JUDGES]->(n)
