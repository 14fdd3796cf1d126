// What a verdict on a finding or topic is about, and the findings that it reaches: members, and findings that carry it.
RETURN COLLECT {
         MATCH (f:Finding)
         WHERE f.id = $id OR EXISTS { MATCH (:Topic {id: $id})-[:GATHERS]->(f) }
         RETURN f.payload ORDER BY f.id
       } AS payloads,
       COLLECT {
         MATCH (f:Finding)
         WHERE f.id = $id OR f.topic = $id OR $id IN coalesce(f.carries, [])
         RETURN f.id ORDER BY f.id
       } AS reaches
