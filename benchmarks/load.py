"""How fast lists are loaded: the store beside the bare driver that sends the same batches, on both engines.

Run it with ``python -m benchmarks.load``. Neo4j is measured when Java is there. The data is made up, of the shape of
a county's lists: eight tasks to a duty, each with its source and office, most with a legal basis, laws shared by all.
"""

import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import neo4j
from pydantic import SecretStr
from rich.console import Console
from rich.table import Table

from dutygraph.graph.loading.write import replace_lists
from dutygraph.graph.model import Edge, Node, Ref, Subgraph, Value
from dutygraph.graph.store.connection import Connection
from dutygraph.graph.store.deadline import Deadlines
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.graph.store.values import Row
from tests import neo4j_server

ROUNDS = 6
WARM_UP = 4
DUTIES = 550
TASKS = 8
TEXT = "负责本部门职责范围内有关事务的组织、协调与日常管理工作"

T = TypeVar("T")
Batch = tuple[str, Mapping[str, Any]]


class Recorder:
    """Stands in for the store and keeps what would be sent."""

    def __init__(self) -> None:
        self.batches: list[Batch] = []

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Let the work send its statements here."""
        return work(cast("Transaction", self))

    def run(self, cypher: str, parameters: Mapping[str, Any]) -> list[Row]:
        """Keep the statement; answer as if every row were written."""
        self.batches.append((cypher, parameters))
        return [{"written": len(parameters.get("rows", ()))}]


def made_up_list(number: int) -> tuple[str, Subgraph]:
    """Make the id and the subgraph of a list; the same number gives the same list."""
    dice, graph, key = random.Random(number), Subgraph(), f"list-{number}"
    owner, document = Ref("Department", f"990101:{number}"), Ref("Document", f"sha-{number}")
    laws = [Ref("LegalBasis", f"law-{n}") for n in range(300)]
    offices = [Ref("Office", f"office-{number}-{n}") for n in range(12)]

    def own(label: str, name: str, **properties: Value) -> Ref:
        node = Node(label, f"{label}-{number}-{name}", {"list": key, **properties})
        graph.nodes.append(node)
        source = {"locator": f'{{"line": {len(graph.nodes)}}}'}
        graph.edges.append(Edge("EXTRACTED_FROM", Ref(label, node.id), document, source))
        return Ref(label, node.id)

    graph.nodes += [Node(ref.label, ref.id, {}) for ref in (owner, document, *laws, *offices)]
    graph.edges += [Edge("HAS_OFFICE", owner, office) for office in offices]
    for d in range(DUTIES):
        duty = own("Duty", str(d), text=f"{TEXT}{d}", number=str(d), position=d)
        graph.edges.append(Edge("HAS_DUTY", owner, duty))
        for t in range(TASKS):
            task = own("Task", f"{d}-{t}", text=f"{TEXT}{TEXT}{d}-{t}", office="综合股", position=t)
            graph.edges.append(Edge("HAS_TASK", duty, task))
            graph.edges.append(Edge("HANDLED_BY", task, dice.choice(offices), {"printed": "综合股"}))
            if dice.random() < 0.3:
                graph.edges.append(Edge("BASED_ON", task, dice.choice(laws), {"articles": "第三条"}))
    return key, graph


def measure(settings: StoreSettings) -> list[str]:
    """Load lists in turn through the store and through the bare driver; return a row of the table."""
    lists = [made_up_list(number) for number in range(2 * (WARM_UP + ROUNDS))]
    size = statistics.median(len(graph.nodes) + len(graph.edges) for _, graph in lists)
    with Connection(settings) as connection:
        store = GraphStore(connection, Deadlines(connection))
        store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
        store.prepare()
        name = f"{store.engine.name} {store.engine.version}"
        through: list[float] = []
        bare: list[float] = []
        for key, graph in lists:
            if len(through) == len(bare):
                through.append(timed(partial(replace_lists, store, [key], graph)))
            else:
                bare.append(timed(partial(send, connection, recorded(key, graph))))
        again = [timed(partial(replace_lists, store, [key], graph)) for key, graph in lists[::2]]
    ours, theirs, replaced = (statistics.median(times[WARM_UP:]) for times in (through, bare, again))
    speeds = f"{size / ours:,.0f}", f"{size / theirs:,.0f}", f"{theirs / ours:.2f}"
    return [name, f"{size:,.0f}", *speeds, f"{ours:.2f}", f"{replaced:.2f}"]


def recorded(key: str, graph: Subgraph) -> list[Batch]:
    """List the statements that loading this list sends."""
    recorder = Recorder()
    replace_lists(cast("GraphStore", recorder), [key], graph)
    return recorder.batches


def send(connection: Connection, batches: list[Batch]) -> None:
    """Send them by the driver alone, in one managed transaction."""

    def work(tx: neo4j.ManagedTransaction) -> None:
        for cypher, parameters in batches:
            tx.run(cypher, dict(parameters)).consume()

    with connection.writer.session(database=connection.endpoint.database) as session:
        session.execute_write(work)


def timed(act: Callable[[], None]) -> float:
    """Time one act, in seconds."""
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


@contextmanager
def engines() -> Iterator[list[StoreSettings]]:
    """Give the settings of every engine that this machine can run."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        found = [StoreSettings(data=Path(scratch) / "embedded")]
        if shutil.which("java") is None:
            yield found
            return
        with neo4j_server.running(Path(scratch) / "neo4j") as server:
            password = SecretStr(server.password)
            yield [*found, StoreSettings(uri=server.uri, user=neo4j_server.USER, password=password)]


def main() -> None:
    """Measure and print the table."""
    table = Table(title="loading one list: nodes and edges per second, median")
    for column in ("engine", "entities", "store/s", "driver/s", "ratio", "load s", "replace s"):
        table.add_column(column, justify="left" if column == "engine" else "right")
    with engines() as found:
        for settings in found:
            table.add_row(*measure(settings))
    Console().print(table)


if __name__ == "__main__":
    main()
