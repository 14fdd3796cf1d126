"""The store keeps its promises on both engines."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import cast

import pytest
from pydantic import SecretStr

from dutygraph.graph.errors import DeadlineError, QueryError, StoreError, StoreUnavailableError
from dutygraph.graph.store.connection import Connection
from dutygraph.graph.store.deadline import Budget, Deadlines
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.graph.store.settings import StoreSettings
from tests.graph.lists import NODES

RUNAWAY = (
    "UNWIND range(1, 100000) AS a\nUNWIND range(1, 100000) AS b\nWITH a, b WHERE a + b = -1\nRETURN count(*)"
)


def _create_pair(tx: Transaction) -> None:
    tx.run("CREATE (:Duty {id: 'a', sections: ['x', 'y'], n: 1})-[:HAS_TASK {score: 0.5}]->(:Task {id: 'b'})")


def test_records_come_as_plain_values(store: GraphStore) -> None:
    store.write(_create_pair)
    (row,) = store.read("MATCH p = (a:Duty)-[r]->(b) RETURN a, r, b, p, {list: [a.n, null]} AS m")
    assert row["a"]["labels"] == ["Duty"]
    assert row["a"]["properties"] == {"id": "a", "sections": ["x", "y"], "n": 1}
    assert row["r"]["type"] == "HAS_TASK"
    assert row["r"]["properties"] == {"score": 0.5}
    assert (row["r"]["start"], row["r"]["end"]) == (row["a"]["element_id"], row["b"]["element_id"])
    assert row["p"] == {"nodes": [row["a"], row["b"]], "edges": [row["r"]]}
    assert row["m"] == {"list": [1, None]}


def test_an_edge_alone_names_its_ends(store: GraphStore) -> None:
    store.write(_create_pair)
    (row,) = store.read("MATCH (a)-[r]->(b) RETURN r, elementId(a) AS a, elementId(b) AS b")
    assert (row["r"]["start"], row["r"]["end"]) == (row["a"], row["b"])


def test_parameters_are_never_syntax(store: GraphStore) -> None:
    text = "x'}) DETACH DELETE (n) // 职责"
    store.write(lambda tx: tx.run("CREATE (:Duty {id: $id})", {"id": text}))
    assert store.read("MATCH (n:Duty {id: $id}) RETURN n.id AS id", {"id": text}) == [{"id": text}]


def test_a_write_that_raises_leaves_nothing(store: GraphStore) -> None:
    def work(tx: Transaction) -> None:
        _create_pair(tx)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.write(work)
    assert store.read(NODES) == []


def test_conflicting_writes_are_retried_and_none_is_lost(store: GraphStore) -> None:
    store.write(lambda tx: tx.run("CREATE (:Duty {id: 'a', n: 0})"))

    def add(_: int) -> None:
        store.write(lambda tx: tx.run("MATCH (d:Duty {id: 'a'}) SET d.n = d.n + 1"))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, range(40)))
    assert store.read("MATCH (d:Duty) RETURN d.n AS n") == [{"n": 40}]


def test_two_writers_may_make_the_same_node(store: GraphStore) -> None:
    def merge(tx: Transaction) -> None:
        tx.run("UNWIND range(1, 100) AS i MERGE (n:LegalBasis {id: toString(i)})")
        time.sleep(0.2)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: store.write(merge), range(2)))
    assert store.read("MATCH (n:LegalBasis) RETURN count(n) AS n") == [{"n": 100}]


def test_a_second_node_with_an_id_is_refused(store: GraphStore) -> None:
    store.write(_create_pair)
    with pytest.raises(QueryError) as caught:
        store.write(_create_pair)
    assert caught.value.reason == "Neo.ClientError.Schema.ConstraintValidationFailed"


def test_a_runaway_read_is_ended(store: GraphStore) -> None:
    with pytest.raises(DeadlineError, match="超过 1 秒"):
        store.limited(1).read(RUNAWAY)


def test_many_runaway_reads_are_ended_while_others_go_on(store: GraphStore) -> None:
    def ended(_: int) -> bool:
        with pytest.raises(DeadlineError):
            store.limited(1).read(RUNAWAY)
        return True

    with ThreadPoolExecutor(8) as pool:
        runaways = [pool.submit(ended, n) for n in range(7)]
        time.sleep(0.3)
        assert store.limited(10).read("RETURN 1 AS one") == [{"one": 1}]
        assert all(future.result(timeout=20) for future in runaways)


def test_a_read_in_time_is_left_alone(store: GraphStore) -> None:
    assert store.limited(5).read("UNWIND range(1, 3) AS n RETURN n") == [{"n": 1}, {"n": 2}, {"n": 3}]


def test_a_long_statement_is_ended_too(store: GraphStore) -> None:
    with pytest.raises(DeadlineError):
        store.limited(1).read(f"// {'x' * 3000}\n{RUNAWAY}")


@pytest.mark.parametrize("seconds", [None, 60])
def test_only_the_read_over_its_time_is_ended(store: GraphStore, seconds: float | None) -> None:
    patient = store if seconds is None else store.limited(seconds)
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(patient.read, RUNAWAY)
        try:
            with pytest.raises(DeadlineError):
                store.limited(1).read(RUNAWAY)
            assert wait([other], timeout=0.5).not_done == {other}
        finally:
            _end_all(store)
        assert isinstance(other.exception(timeout=20), StoreError)


def _end_all(store: GraphStore) -> None:
    """End every run of the runaway statement."""

    def work(tx: Transaction) -> None:
        for row in tx.run("SHOW TRANSACTIONS YIELD transactionId, currentQuery"):
            if RUNAWAY in row["currentQuery"]:
                tx.run("TERMINATE TRANSACTION $id", {"id": row["transactionId"]})

    store.write(work)


def test_reads_at_once_differ_in_their_mark_and_later_ones_take_it_again() -> None:
    with Deadlines(cast("Connection", None)) as deadlines:
        with (
            deadlines.limit("RETURN 1", Budget(60)) as first,
            deadlines.limit("RETURN 1", Budget(60)) as second,
        ):
            assert first != second
        with deadlines.limit("RETURN 1", Budget(60)) as third:
            assert third == first


def test_a_closed_store_leaves_no_thread(tmp_path: Path) -> None:
    with GraphStore.open(StoreSettings(data=tmp_path)) as store:
        before = set(threading.enumerate())
        assert store.limited(60).read("RETURN 1 AS one") == [{"one": 1}]
        (watcher,) = set(threading.enumerate()) - before
    assert not watcher.is_alive()


def test_a_statement_that_fails_in_time_names_no_mark(store: GraphStore) -> None:
    with pytest.raises(QueryError) as caught:
        store.limited(60).read("MATCH (n RETURN n")
    assert "dutygraph" not in str(caught.value)


def test_a_wrong_statement_says_where(store: GraphStore) -> None:
    with pytest.raises(QueryError, match="RETURN") as caught:
        store.read("MATCH (n RETURN n")
    assert caught.value.reason == "Neo.ClientError.Statement.SyntaxError"


def test_labels_and_types_without_data_are_no_error(store: GraphStore) -> None:
    assert store.read("MATCH (v:Verdict)-[:JUDGES]->(f:Finding) RETURN v, f") == []


def test_preparing_again_changes_nothing(store: GraphStore) -> None:
    before = store.read("SHOW INDEXES YIELD name, labelsOrTypes, properties")
    store.prepare()
    assert store.read("SHOW INDEXES YIELD name, labelsOrTypes, properties") == before
    found = {(row["labelsOrTypes"][0], row["properties"][0]) for row in before if row["properties"]}
    assert {("Duty", "id"), ("Duty", "list"), ("Department", "region"), ("Finding", "kind")} <= found


def test_the_engine_says_what_it_is(store: GraphStore) -> None:
    assert (store.engine.name, store.engine.version[:2]) in [("ArcadeDB", "26"), ("Neo4j", "5.")]


def test_a_server_that_is_not_there_is_said_clearly() -> None:
    with pytest.raises(StoreUnavailableError, match=r"连不上图数据库 bolt://127\.0\.0\.1:9"):
        GraphStore.open(StoreSettings(uri="bolt://127.0.0.1:9", password=SecretStr("x"))).__enter__()


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://127.0.0.1:7474", "neo4j+s://"),
        ("neo4j://127.0.0.1:port", "65535"),
        ("bolt://127.0.0.1:99999", "65535"),
        ("bolt://127.0.0.1:0", "65535"),
        ("neo4j://", "HOST:PORT"),
        ("neo4j://[::1", "HOST:PORT"),
        ("bolt://a..b:7687", "HOST:PORT"),
        ("bolt://a b:7687", "HOST:PORT"),
    ],
)
def test_a_wrong_address_is_said_clearly(address: str, told: str) -> None:
    with pytest.raises(StoreUnavailableError, match="DUTYGRAPH_URI") as caught:
        GraphStore.open(StoreSettings(uri=address, password=SecretStr("x"))).__enter__()
    assert told in caught.value.text.en
    assert address in caught.value.text.zh


def test_a_password_in_the_address_is_not_repeated() -> None:
    with pytest.raises(StoreUnavailableError, match="DUTYGRAPH_PASSWORD") as caught:
        GraphStore.open(StoreSettings(uri="neo4j://neo4j:geheim@127.0.0.1:7687")).__enter__()
    assert "geheim" not in str(caught.value)


def test_a_wrong_password_names_the_settings(neo4j_settings: StoreSettings) -> None:
    wrong = neo4j_settings.model_copy(update={"password": SecretStr("wrong-password")})
    with pytest.raises(StoreUnavailableError, match="DUTYGRAPH_PASSWORD"), GraphStore.open(wrong):
        pass


def test_a_database_that_is_not_there_is_no_fault_of_the_statement(neo4j_settings: StoreSettings) -> None:
    absent = neo4j_settings.model_copy(update={"database": "absent"})
    with GraphStore.open(absent) as store, pytest.raises(StoreUnavailableError, match="DUTYGRAPH_DATABASE"):
        store.read("RETURN 1 AS one")


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (n:Duty {id: 'x'})",
        "MERGE (n:Duty {id: 'x'})",
        "MATCH (n:Duty) SET n.n = 2",
        "MATCH (n:Duty) REMOVE n.n",
        "MATCH (n) DETACH DELETE n",
        "MATCH (a:Duty), (b:Task) CREATE (a)-[:HAS_TASK]->(b)",
        "CREATE INDEX other FOR (n:Duty) ON (n.other)",
        "CREATE USER other SET PASSWORD 'long-enough-1'",
    ],
)
def test_a_read_that_writes_is_refused(store: GraphStore, cypher: str) -> None:
    store.write(_create_pair)
    before = store.read("MATCH (a)-[r]->(b) RETURN a, r, b"), store.read("SHOW INDEXES YIELD name")
    with pytest.raises(QueryError):
        store.read(cypher)
    assert before == (store.read("MATCH (a)-[r]->(b) RETURN a, r, b"), store.read("SHOW INDEXES YIELD name"))


def test_the_revision_is_another_after_every_write(store: GraphStore) -> None:
    revisions = [store.revision()]
    for _ in range(3):
        store.write(lambda _: None)
        revisions.append(store.revision())
        assert store.revision() == revisions[-1]
    assert len(set(revisions)) == 4


def test_the_reads_of_a_piece_of_work_share_its_time(store: GraphStore) -> None:
    limited = store.limited(0.5)
    assert limited.read("RETURN 1 AS one") == [{"one": 1}]
    time.sleep(0.6)
    with pytest.raises(DeadlineError, match=r"0\.5"):
        limited.read("RETURN 1 AS one")


def test_work_that_nobody_waits_for_is_ended(store: GraphStore) -> None:
    limited = store.limited(60)
    threading.Timer(0.5, limited.give_up).start()
    begun = time.monotonic()
    with pytest.raises(DeadlineError):
        limited.read("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS sum")
    assert time.monotonic() - begun < 10
    with pytest.raises(DeadlineError):
        limited.read("RETURN 1 AS one")


def test_what_is_made_of_the_graph_is_kept_until_something_is_written(store: GraphStore) -> None:
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    store.write(lambda _: None)
    assert [store.limited(60).cached("n", make) for _ in range(3)] == [0, 0, 0]
    assert store.cached("m", make) == 1
    store.write(lambda _: None)
    assert [store.cached("n", make), store.limited(60).cached("n", make)] == [2, 2]


def test_what_nobody_asks_for_any_more_is_not_kept(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dutygraph.graph.store.revision_cache.MOST_NAMES", 3)
    made: list[str] = []

    def ask(name: str) -> str:
        def make() -> str:
            made.append(name)
            return name

        return store.cached(name, make)

    store.write(lambda _: None)
    assert [ask(name) for name in "abcabacada"] == list("abcabacada")
    assert made == ["a", "b", "c", "d"]
    ask("b")
    assert made[4:] == ["b"]  # it was asked for longest ago when d came


def test_the_first_rows_of_a_statement_come_with_its_columns(store: GraphStore) -> None:
    statement = "UNWIND range(1, 5) AS x RETURN x, x * $by AS y"
    columns, rows = store.read_first(statement, {"by": 2}, 2)
    assert (columns, rows) == (["x", "y"], [{"x": 1, "y": 2}, {"x": 2, "y": 4}])
