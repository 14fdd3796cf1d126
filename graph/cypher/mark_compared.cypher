UNWIND $ids AS id
MATCH (b:LegalBasis {id: id})
SET b.compared = true
