// What the stored findings rest on. The mark on a list goes with it when it is replaced; a list that is gone is known by
// the ids that are kept here.
MERGE (c:Computation {id: 'findings'})
SET c.data_version = $data, c.rules_version = $rules, c.registers_version = $registers,
    c.analyses_version = $analyses,
    c.lists = [row IN $lists | row.id], c.publishers = [row IN $lists | row.publisher]
WITH c
UNWIND $lists AS row
MATCH (l:DutyList {id: row.id})
WHERE l.fingerprint = row.fingerprint AND l.computed IS NULL
SET l.computed = true
