// A flag of a shared node that one list has set stays set when another list does not set it.
UNWIND $rows AS row
MATCH (n:__LABEL__ {id: row.id})
SET n.__PROPERTY__ = coalesce(n.__PROPERTY__, false) OR row.value
