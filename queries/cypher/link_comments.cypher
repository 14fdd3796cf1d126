// Comments may be there before their finding: restored, or kept from a time when it was found.
UNWIND $ids AS id
MATCH (f:Finding {id: id})
MATCH (c:Comment {finding: id})
MERGE (c)-[:COMMENTS_ON]->(f)
