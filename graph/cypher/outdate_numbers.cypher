// Lists that show a slip in a number with one of some characters, or cite a number that begins so.
CALL {
  MATCH (l:DutyList)<-[s:SHOWS_SLIP {kind: 'foreign'}]-()
  WHERE s.about IN $shown
  RETURN l
  UNION
  MATCH (b:LegalBasis)
  WHERE left(b.document_number, 1) IN $cited
  MATCH (b)<-[:BASED_ON]-(n)
  MATCH (l:DutyList {id: n.list})
  RETURN l
}
REMOVE l.computed
