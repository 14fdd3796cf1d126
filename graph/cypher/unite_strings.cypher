// Several lists name a shared node differently: every name is kept, in the order of reading.
UNWIND $rows AS row
MATCH (n:__LABEL__ {id: row.id})
SET n.__PROPERTY__ = coalesce(n.__PROPERTY__, []) + [value IN row.value WHERE NOT value IN coalesce(n.__PROPERTY__, [])]
