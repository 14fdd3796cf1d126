UNWIND $lists AS list
MATCH (l:DutyList {id: list})<-[e:SHOWS_SLIP]-()
DELETE e
