"""One command at a time changes a graph, whatever thread, process or machine it runs on."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from dutygraph.graph.errors import StoreBusyError
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests.conftest import ENGINES
from tests.queries.processes import Process, line, start, word


@pytest.fixture(params=ENGINES)
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> StoreSettings:
    """Where a graph lives, on each engine; whoever waits there gives up soon."""
    if request.param == "neo4j":
        server: StoreSettings = request.getfixturevalue("neo4j_settings")
        return server.model_copy(update={"wait": 0.5})
    return StoreSettings(data=tmp_path / "data", wait=0.5)


@pytest.fixture
def store(settings: StoreSettings) -> Iterator[GraphStore]:
    """A store that gives up soon."""
    with GraphStore.open(settings) as opened:
        yield opened


@pytest.fixture
def holder(settings: StoreSettings, store: GraphStore) -> Iterator[Process]:
    """Another process that holds the lock of the graph that this one has open."""
    process = start(settings, "hold")
    assert line(process) == "waiting"
    yield process
    process.kill()
    process.communicate()


def test_who_holds_the_lock_may_take_it_again(store: GraphStore) -> None:
    with store.locked(), store.locked():
        store.write(lambda tx: tx.run("MERGE (:Duty {id: 'a'})"))
    with ThreadPoolExecutor(1) as pool, store.locked():
        with store.locked():
            pass
        with pytest.raises(StoreBusyError):  # the inner context has not freed it
            pool.submit(_take, store).result()


def test_another_thread_waits_for_its_turn(settings: StoreSettings) -> None:
    entered, order = Event(), []
    with GraphStore.open(settings.model_copy(update={"wait": 60})) as store, ThreadPoolExecutor(1) as pool:

        def second() -> None:
            entered.set()
            with store.locked():
                order.append("second")

        with store.locked():
            waiting = pool.submit(second)
            entered.wait()
            order.append("first")
        waiting.result(timeout=60)
    assert order == ["first", "second"]


@pytest.mark.usefixtures("holder")
def test_waiting_for_another_process_ends_with_a_clear_error(store: GraphStore) -> None:
    with pytest.raises(StoreBusyError, match=r"自 20\d\d-.* 起正在读取清单或重新计算.*since 20\d\d-"):
        _take(store)


@pytest.mark.usefixtures("holder")
def test_single_writes_and_reads_go_on(store: GraphStore) -> None:
    store.write(lambda tx: tx.run("MERGE (:Verdict {id: 'v'})"))
    assert store.read("MATCH (v:Verdict {id: 'v'}) RETURN count(v) AS n") == [{"n": 1}]


@pytest.mark.parametrize("end", ["done", "killed"])
def test_the_lock_ends_with_its_holder(settings: StoreSettings, holder: Process, end: str) -> None:
    holder.kill() if end == "killed" else word(holder)
    holder.wait(60)
    with GraphStore.open(settings.model_copy(update={"wait": 60})) as patient:
        _take(patient)


def test_an_error_frees_the_lock_and_keeps_its_kind(store: GraphStore) -> None:
    with pytest.raises(OSError, match="unreadable"), store.locked():
        raise OSError("unreadable")
    with ThreadPoolExecutor(1) as pool:
        pool.submit(_take, store).result()


def test_nothing_of_the_lock_is_left_in_the_graph(store: GraphStore) -> None:
    _take(store)
    with store.locked():
        assert store.read("MATCH (c:Computation {id: 'command lock'}) RETURN c") == []
    assert store.read("MATCH (c:Computation {id: 'command lock'}) RETURN c") == []


def _take(store: GraphStore) -> None:
    with store.locked():
        pass
