// The fingerprint, the document and the duties of lists that are in the graph.
UNWIND $lists AS list
MATCH (l:DutyList {id: list})-[:EXTRACTED_FROM]->(document:Document)
OPTIONAL MATCH (d:Duty {list: list})
RETURN list, l.fingerprint AS fingerprint, document.id AS document, document.source AS source, document.sha256 AS sha256, collect(d.text) AS duties
