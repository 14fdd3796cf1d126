// Lists print an instrument's number in different forms; its node has one, whatever was read first.
MATCH (l:LegalBasis)<-[e:BASED_ON]-()
WITH l, min(e.document_number) AS number
SET l.document_number = number
