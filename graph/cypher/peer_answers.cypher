// What is known of what bodies of these names lack: whether a list of their region has it in other words.
UNWIND $keys AS key
MATCH (:Department {key: key})-[e:LACKS]->()
WHERE e.answered IS NOT NULL
RETURN DISTINCT e.group AS group, e.answered AS answered
