// The findings that concern these nodes (ids), those apart that show them only beside what they are about.
CALL {
  UNWIND $ids AS id MATCH (n:__EACH_NODE__ {id: id})<-[c:CONCERNS]-(f:Finding {found: true}) RETURN id, c, f
}
WITH id, c, f
WHERE NOT c.role IN $beside
RETURN DISTINCT id AS node, f.id AS id, f.kind AS kind, f.class AS class_, f.severity AS severity, f.sentence_zh AS zh, f.sentence_en AS en
ORDER BY node, id
