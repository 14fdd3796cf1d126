// How many findings or topics have an id that begins with a text, with or without what all of their ids begin with.
MATCH (n:__KIND__)
WHERE n.id STARTS WITH $text OR n.id STARTS WITH $begun + $text
RETURN count(*) AS count
