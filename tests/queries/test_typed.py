"""Cypher that a user types reads the graph and does nothing else, whatever is tried."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutygraph.graph.errors import DeadlineError, StoreError
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.errors import RefusedStatementError
from dutygraph.queries.typed.answer import answer_typed
from dutygraph.queries.typed.guard import checked
from dutygraph.queries.typed.tokens import tokens

READS = [
    "MATCH (n) RETURN n",
    "match (n:Duty|Task) where n.text contains '档案' return n.text as 内容 order by 内容 desc skip 1 limit 2;",
    "MATCH (a:Department {name: $name})-[r:HAS_DUTY|DECLARES*1..2]->(b) RETURN DISTINCT a {.name, n: 1}, size(r)",
    "MATCH p = shortestPath((a:Office)-[*..3]-(b:Duty)) RETURN length(p), [n IN nodes(p) | n.id] AS ids",
    "OPTIONAL MATCH (n:Duty) WHERE n.remark IS NOT NULL AND NOT n.number = 1.5e3 RETURN collect(n.text)[0..3]",
    "UNWIND range(1, 3) AS x WITH x, CASE WHEN x > 1 THEN 'a' ELSE null END AS y WHERE y IS NULL RETURN x, y",
    "MATCH (d:Department) CALL { WITH d MATCH (d)-->(x) RETURN count(x) AS n } RETURN d.name, n",
    "MATCH (d:Department) WHERE EXISTS { (d)-[:HAS_DUTY]->() } RETURN COUNT { (d)--() } AS n",
    "MATCH (d:Duty) RETURN COLLECT { MATCH (d)-[:HAS_TASK]->(t) RETURN t.text ORDER BY t.text } AS tasks",
    "RETURN 1 AS a UNION ALL RETURN 2 AS a",
    "MATCH (n) /* DELETE n */ RETURN n.start AS start, n.set, {set: 1} // SET n.x = 1",
    "RETURN 'CREATE (n) \\' // */ LOAD CSV' AS text, \"DETACH DELETE\" AS other LIMIT 1",
    "WITH 1 AS `delete` RETURN `delete`",
    "RETURN reduce(s = 0, x IN [1, 2] | s + x) AS s, any(x IN [1] WHERE x = 1) AS b, duration.between(date(), date()) AS d",
    "MATCH ((a)-[:HAS_TASK]->(b)){1,3} RETURN a, b",
]
NAMED = [
    ("MATCH (n:Department) RETURN n.name, count(*)  AS c, 1+1, 1 + 2", ["n.name", "c", "1+1", "1 + 2"]),
    (
        "MATCH (n:Region) RETURN DISTINCT n.name AS `a b`, n.limit ORDER BY n.limit LIMIT 3",
        ["a b", "n.limit"],
    ),
    ("MATCH (n:Region) RETURN n, [n.id, 2] AS y, {a: 1, b: 2} , 'a,b'", ["n", "y", "{a: 1, b: 2}", "'a,b'"]),
    ("MATCH (`n x`:Region) RETURN `n x`.return, `n x`;", ["`n x`.return", "n x"]),
    ("MATCH (n:Region) CALL (n) { RETURN n.id AS id } RETURN id, n /* , */ .id", ["id", "n   .id"]),
    ("MATCH (n:Region) RETURN n.id AS a UNION MATCH (n:Region) RETURN n.name AS a", ["a"]),
]
"""Statements about what there is, and their columns."""
HARMFUL = [
    "CREATE (n:Duty {id: 'x'})",
    "MATCH (n) SET n.x = 1 RETURN n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) WITH * DELETE [n][0]",
    "MATCH (n) WITH n ORDER BY n.id DESC DELETE [n][0]",
    "MATCH ((a)-[:HAS_TASK]->(b))+ DELETE [a][0]",
    "MATCH (n) WITH n SKIP 1. DELETE [n][0]",
    "MATCH (n) REMOVE n.text",
    "MERGE (n:Duty {id: 'x'}) RETURN n",
    "FOREACH (x IN [1] | CREATE (:Duty))",
    "CALL { CREATE (n:Duty) } RETURN 1",
    "MATCH (n) CALL (n) { DELETE n } RETURN 1",
    "MATCH (n) CALL { WITH n SET n.x = 1 } IN TRANSACTIONS",
    "RETURN 1 AS a UNION CREATE (n) RETURN 1 AS a",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "MATCH (n) LOAD CSV FROM 'http://127.0.0.1/' AS line RETURN line",
    "CALL db.labels() YIELD label RETURN label",
    "CALL db.labels",
    "CALL dbms.components()",
    "CALL `db`.`labels`()",
    "RETURN apoc.load.json('file:///etc/passwd')",
    "RETURN `apoc`.`load`.`json`('x')",
    "RETURN {a: apoc.load.json('x')}",
    "SHOW DATABASES",
    "DROP INDEX x",
    "USE neo4j MATCH (n) RETURN n",
    "EXPLAIN MATCH (n) RETURN n",
    "PROFILE MATCH (n) RETURN n",
    "CYPHER runtime=slotted MATCH (n) RETURN n",
    "TERMINATE TRANSACTION 'x'",
    "MATCH (n) RETURN n; CREATE (m)",
    "MATCH (n) \\u0043REATE (m)",
    "MATCH (n) // \\u000a CREATE (m)\nRETURN n \\u000a",
    "RETURN '\\u0027' + n SET n.x = 1",
    "MATCH (n) ＣＲＥＡＴＥ (m)",
    "MATCH (n) \u017fET n.x = 1",
    "MATCH (n) /* /* */ DELETE n */ RETURN n",
    "MATCH (n) /* RETURN n",
    "MATCH (n) // \u2028 \r CREATE (m)",
    "MATCH (n)\u00a0RETURN n",
    "RETURN 'a' 'b'",
    "RETURN 'unended",
    "RETURN 'a\\' SET n.x = 1",
    "RETURN `a\\`",
    "MATCH (n) RETURN n\x00",
    "MATCH (n) FROBNICATE n",
    "RETURN $1. DELETE [n]",
    "",
    " // nothing",
]
FRAGMENTS = st.sampled_from(
    [
        *"()[]{}.,:;|*+-/<>='\"`$",
        *(
            "//",
            "/*",
            "*/",
            "/**/",
            "\\u0027",
            "\\u000a",
            "\\",
            "\u2028",
            "\u00a0",
            " ",
            "\n",
            "1",
            "1.",
            "n",
            "null ",
        ),
        *(
            "MATCH (n) ",
            "WITH * ",
            "WITH n ",
            "RETURN n",
            "RETURN 1 AS a",
            "CALL ",
            "UNION ",
            "WHERE true ",
            "DESC ",
        ),
        *("CREATE (m:Duty {id: 'x'}) ", "SET n.hurt = 1 ", "DELETE n ", "DETACH DELETE n ", "DELETE [n][0] "),
        *(
            "REMOVE n.id ",
            "MERGE (m) ",
            "FOREACH (x IN [1] | CREATE (:Duty)) ",
            "CALL { CREATE (m:Duty) } ",
            "db.labels() ",
        ),
        *(
            "LOAD CSV FROM 'file:///FILE' AS line ",
            "AS line ",
            "apoc.load.json('x')",
            "YIELD x ",
            "IN TRANSACTIONS ",
        ),
        *("ＳＥＴ n.x = 1 ", "\u017fET n.x = 1 ", "SKIP ", "EXISTS { ", "COUNT { ", "} ", "DEL/**/ETE n "),
    ]
)


@pytest.mark.parametrize("statement", READS)
def test_what_reads_passes(statement: str) -> None:
    assert checked(statement)


@pytest.mark.parametrize("statement", HARMFUL)
def test_what_does_more_is_refused(statement: str) -> None:
    with pytest.raises(RefusedStatementError):
        checked(statement)


def test_no_comment_reaches_an_engine() -> None:
    assert checked("RETURN /* a */ 1 // b\n + 2 ; // c") == "RETURN   1  \n + 2"


@given(st.text())
def test_tokens_are_the_statement(statement: str) -> None:
    try:
        found = list(tokens(statement))
    except RefusedStatementError:
        return
    assert "".join(token.text for token in found) == statement


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("files") / "secret.csv"
    file.write_text("a secret\n", encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def guarded(shared_store: GraphStore) -> GraphStore:
    """A graph of one node, with half a second for each piece of work."""
    shared_store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
    shared_store.write(lambda tx: tx.run("CREATE (:Duty {id: 'one', text: 'as it was'})"))
    return shared_store


def _whole(store: GraphStore) -> Any:
    rows = store.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.id")
    return [row for row in rows if "Duty" in row["labels"] or not row["labels"]]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(FRAGMENTS, min_size=1, max_size=9))
def test_no_write_and_no_file_gets_through(guarded: GraphStore, secret: Path, parts: list[str]) -> None:
    statement = "".join(parts).replace("FILE", str(secret))
    before = _whole(guarded)
    try:
        answer = answer_typed(guarded.limited(2), statement, {}, 10)
    except (RefusedStatementError, DeadlineError):
        return
    finally:
        assert _whole(guarded) == before
    assert "a secret" not in answer.model_dump_json()


@pytest.mark.parametrize("statement", [s for s in HARMFUL if s.strip() and "\x00" not in s])
def test_the_engine_is_a_second_wall(guarded: GraphStore, statement: str) -> None:
    """What the check refuses changes nothing either where it is sent past the check."""
    before = _whole(guarded)
    with suppress(StoreError):
        guarded.limited(2).read(statement)
    assert _whole(guarded) == before


@pytest.mark.parametrize("statement", READS)
def test_both_engines_take_what_passes(guarded: GraphStore, statement: str) -> None:
    assert len(answer_typed(guarded, statement, {"name": "x"}, 2).rows) <= 2


def test_rows_are_cut_where_the_limit_says(guarded: GraphStore) -> None:
    whole = answer_typed(guarded, "UNWIND range(1, 5) AS x RETURN x", {}, 5)
    cut = answer_typed(guarded, "UNWIND range(1, 5) AS x RETURN x", {}, 4)
    assert ([row["x"] for row in whole.rows], whole.more) == ([1, 2, 3, 4, 5], False)
    assert ([row["x"] for row in cut.rows], cut.more) == ([1, 2, 3, 4], True)


def test_what_the_engine_does_not_understand_is_told(guarded: GraphStore) -> None:
    with pytest.raises(RefusedStatementError, match="nowhere"):
        answer_typed(guarded, "RETURN nowhere.x AS x", {}, 1)


@pytest.mark.parametrize(("statement", "columns"), NAMED)
def test_columns_are_named_with_and_without_rows(
    statement: str, columns: list[str], sample: GraphStore
) -> None:
    found = answer_typed(sample, statement, {}, 1)
    assert found.rows
    assert found.columns == columns
    nothing = answer_typed(sample, re.sub(r"(Region|Department)\b", "Nobody", statement), {}, 1)
    assert not nothing.rows
    assert nothing.columns == columns
