// What bodies are called within their region; of two of one name the one with a list of its own comes last.
MATCH (d:Department)
WHERE d.key IS NOT NULL
WITH d, EXISTS { MATCH (d)-[:PUBLISHED]->(:DutyList) } AS listed
RETURN d.name AS name, d.key AS short
ORDER BY name, listed
