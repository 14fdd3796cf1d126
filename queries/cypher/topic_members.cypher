// Findings about who does what, which may belong to a topic.
MATCH (f:Finding {found: true})
WHERE size(coalesce(f.stories, [])) > 0
  AND ($touched IS NULL OR any(id IN f.department_ids WHERE id IN $touched))
RETURN f.id AS id, f.payload AS payload, f.department_ids AS bodies, f.stories AS stories, f.topic AS topic,
       f.carries AS carries
ORDER BY id
