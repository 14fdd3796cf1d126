// What was kept of findings or topics in the form of an older version, in that of this one.
UNWIND $rows AS row
CALL (row) {
  MATCH (n:Finding {id: row.id}) RETURN n
  UNION ALL
  MATCH (n:Topic {id: row.id}) RETURN n
}
SET n.payload = row.payload
