// Findings by the beginnings of their ids, which the rows of letters carry, found now or kept from before.
UNWIND $beginnings AS beginning
MATCH (f:Finding)
WHERE f.id STARTS WITH 'finding-' + beginning
RETURN beginning, f.id AS id, f.department_ids AS department_ids
ORDER BY id
