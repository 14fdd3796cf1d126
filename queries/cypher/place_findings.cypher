// What was found by an older version, and is kept for the sake of a verdict, lies wherever one looks.
MATCH (n:Finding|Topic)
WHERE n.region IS NULL
SET n.region = $everywhere
