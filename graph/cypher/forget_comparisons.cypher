// After a register was replaced, every legal basis is compared anew.
MATCH (b:LegalBasis)
REMOVE b.compared
WITH b
OPTIONAL MATCH (b)-[e:REGISTERED_AS|MISNAMES]->(:Instrument)
DELETE e
