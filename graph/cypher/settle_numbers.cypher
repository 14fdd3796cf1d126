// Lists print an instrument's number and title in different forms; its node has one of each, whatever was read first.
MATCH (l:LegalBasis)<-[e:BASED_ON]-()
WITH l, min(e.document_number) AS number, min(e.title) AS title
SET l.document_number = number, l.title = title
