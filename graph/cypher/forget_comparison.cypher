// What earlier registers said about legal bases goes.
UNWIND $ids AS id
MATCH (b:LegalBasis {id: id})
SET b.compared = $compared
WITH b
OPTIONAL MATCH (b)-[e:REGISTERED_AS|MISNAMES]->(:Instrument)
DELETE e
