-- What the index of searches asks of SQLite: statements under their names.
-- grams keeps no texts: to take an entry out, what it was indexed by is made again of its texts.

-- name: make_lists
CREATE TABLE lists (id TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID

-- name: make_entries
CREATE TABLE entries (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  list TEXT NOT NULL,
  region TEXT NOT NULL,
  department TEXT NOT NULL,
  department_id TEXT NOT NULL,
  actor TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  beside TEXT NOT NULL,
  offices TEXT NOT NULL,
  phone TEXT NOT NULL,
  source TEXT NOT NULL,
  locator TEXT NOT NULL,
  assists INTEGER NOT NULL,
  weight REAL NOT NULL
)

-- name: make_entries_of_list
CREATE INDEX entries_of_list ON entries (list)

-- name: make_grams
CREATE VIRTUAL TABLE grams USING fts5 (title, text, beside, content = '', tokenize = 'unicode61 remove_diacritics 0')

-- name: lists
SELECT id, state FROM lists

-- name: keep_list
INSERT INTO lists VALUES (:id, :state)

-- name: texts_of_list
SELECT number, title, text, beside FROM entries WHERE list = :list

-- name: forget_grams
INSERT INTO grams (grams, rowid, title, text, beside) VALUES ('delete', :number, :title, :text, :beside)

-- name: forget_entries
DELETE FROM entries WHERE list = :list

-- name: forget_list
DELETE FROM lists WHERE id = :list

-- name: keep_entry
INSERT INTO entries (
  id, kind, list, region, department, department_id, actor, actor_id, title, text, beside, offices, phone, source, locator, assists,
  weight
) VALUES (
  :id, :kind, :list, :region, :department, :department_id, :actor, :actor_id, :title, :text, :beside, :offices, :phone, :source,
  :locator, :assists, :weight
)

-- name: keep_grams
INSERT INTO grams (rowid, title, text, beside) VALUES (:number, :title, :text, :beside)

-- name: hits
CREATE TEMP TABLE hits AS
SELECT number, id, kind, department, department_id, -bm25(grams, :in_title, :in_text, :in_beside) * weight AS score
FROM grams JOIN entries ON number = grams.rowid
WHERE grams MATCH :expression
  AND (:kind IS NULL OR kind = :kind)
  AND (:department IS NULL OR department_id = :department)
  AND (:region IS NULL OR region IN (:region, ''))
LIMIT :most

-- name: kinds
SELECT kind, count(*) FROM hits GROUP BY kind

-- name: departments
SELECT department_id, department, count(*) AS hits
FROM hits
WHERE department_id != ''
GROUP BY department_id
ORDER BY hits DESC, department

-- name: best
SELECT entries.*, score
FROM entries JOIN (SELECT number, score FROM hits ORDER BY score DESC, id LIMIT :most) USING (number)
ORDER BY score DESC, id
