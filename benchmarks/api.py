"""How fast the service answers, beside the same Cypher sent by the bare driver.

usage: python -m benchmarks.api [--nodes N] [--findings N] [--lists FOLDER] [--neo4j] [--folder FOLDER]

Without --lists the graph is made up (``benchmarks.synthetic``): 100,000 nodes and 10,000 findings unless said otherwise.
--folder keeps the graph of the embedded engine for another run. Each kind of question is asked in turn, each time about
something else, so that no kept answer is measured; the first rounds warm up. The bare driver sends, over the
same Bolt connection, the statements that the last question has sent to the graph. Not covered: a network between.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import httpx
import neo4j
from pydantic import SecretStr
from rich.console import Console
from rich.table import Table

from benchmarks.clients import Clients
from benchmarks.synthetic import fill
from dutygraph.api.app import create_app
from dutygraph.api.requests.log import quieten
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.parse import parse_file
from dutygraph.queries.findings.update.reading import read_documents
from dutygraph.queries.search.contents import keep_current
from tests import neo4j_server
from tests.running import running

ROUNDS = 30
WARM_UP = 5
CLIENTS = 16
SECONDS = 5.0
ADDRESSES = 500
"""Of each client: more than it gets answers."""
PAGE = {"accept": "text/html"}
Ask = Callable[[random.Random], tuple[str, Mapping[str, Any]]]


def questions(store: GraphStore) -> dict[str, Ask]:
    """Return kinds of questions, each about a thing that a dice chooses."""
    bodies = [
        row["id"] for row in store.read("MATCH (d:Department {listed: true}) RETURN d.id AS id ORDER BY id")
    ]
    tasks = [row["id"] for row in store.read("MATCH (t:Task) RETURN t.id AS id ORDER BY id LIMIT 5000")]
    texts = [
        row["text"] for row in store.read("MATCH (t:Task) RETURN t.text AS text ORDER BY t.id LIMIT 5000")
    ]
    hub = store.read(
        "MATCH (l:LegalBasis)<-[r:BASED_ON]-() RETURN l.id AS id, count(r) AS n ORDER BY n DESC LIMIT 1"
    )[0]["id"]

    def pair(dice: random.Random, **more: Any) -> tuple[str, Mapping[str, Any]]:
        at = dice.randrange(len(bodies) - 1)
        return "/paths", {"source": bodies[at], "target": bodies[at + 1], **more}

    def piece(dice: random.Random) -> tuple[str, Mapping[str, Any]]:
        text = dice.choice(texts)
        at = dice.randrange(max(1, len(text) - 4))
        return "/search", {"q": text[at : at + 4], "offset": dice.randrange(3)}

    return {
        "card of a body": lambda dice: (f"/departments/{dice.choice(bodies)}", {}),
        "search": piece,
        "shortest path": lambda dice: pair(dice, which="shortest", shared=dice.randrange(9, 12)),
        "5 simple paths": lambda dice: pair(dice, which="simple", shared=dice.randrange(9, 12)),
        "neighbours of a task": lambda dice: (f"/nodes/{dice.choice(tasks)}/neighbours", {}),
        "neighbours of a hub": lambda dice: (
            f"/nodes/{hub}/neighbours",
            {"offset": dice.randrange(500), "limit": 50},
        ),
        "page of findings": lambda dice: ("/findings", {"offset": dice.randrange(500), "limit": 50}),
        "findings of a body": lambda dice: (
            "/findings",
            {"department": dice.choice(bodies), "offset": dice.randrange(9)},
        ),
        "start page": lambda dice: ("/", {"x": dice.random()}),
    }


class Statements:
    """What is asked of the graph, as it goes to the driver."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Any]] = []

    @contextmanager
    def recorded(self) -> Iterator[None]:
        """Record the statements of all stores while the context lasts."""
        read = GraphStore.read

        def recording(store: GraphStore, cypher: str, parameters: Any = None) -> Any:
            self.asked.append((cypher, parameters))
            return read(store, cypher, parameters)

        GraphStore.read = recording  # type: ignore[method-assign,assignment]
        try:
            yield
        finally:
            GraphStore.read = read  # type: ignore[method-assign]

    def sent(self, store: GraphStore) -> float:
        """Send them anew by the bare driver; return the seconds that takes."""
        connection = store._connection
        began = time.perf_counter()
        with connection.reader.session(database=connection.endpoint.database) as session:
            for cypher, parameters in self.asked:
                session.execute_read(_values, cypher, dict(parameters or {}))
        return time.perf_counter() - began


def _values(tx: neo4j.ManagedTransaction, cypher: str, parameters: dict[str, Any]) -> None:
    tx.run(cypher, parameters).values()


@contextmanager
def served(store: GraphStore) -> Iterator[str]:
    """The address of the service over a store."""
    quieten()
    app = create_app(nullcontext(store), ServiceSettings(timeout=120))
    with running(app) as port:
        yield f"http://127.0.0.1:{port}"


def measure(store: GraphStore, base: str, ask: Ask) -> list[str]:
    """Ask one kind of question; return p50 and p95, p50 of the bare driver, the ratio, and answers per second."""
    dice = random.Random(1)
    times, bare = [], []
    with httpx.Client(base_url=base, timeout=120) as client:
        for number in range(WARM_UP + ROUNDS):
            address, parameters = ask(dice)
            statements = Statements()
            with statements.recorded():
                began = time.perf_counter()
                answer = client.get(address, params=parameters, headers=PAGE if address == "/" else {})
                took = time.perf_counter() - began
            answer.raise_for_status()
            if number >= WARM_UP:
                times.append(1e3 * took)
                bare.append(1e3 * statements.sent(store))
    mid, alone = statistics.median(times), statistics.median(bare)
    ratio = f"{mid / alone:.2f}" if alone > 0.5 else "-"
    p95 = statistics.quantiles(times, n=20)[-1]
    return [f"{mid:.1f}", f"{p95:.1f}", f"{alone:.1f}", ratio, f"{_per_second(base, ask):.0f}"]


def _per_second(base: str, ask: Ask) -> float:
    """Return how many answers sixteen clients get in a second; those that are refused (503) do not count."""

    def address(dice: random.Random) -> str:
        path, parameters = ask(dice)
        return str(httpx.URL(path, params=dict(parameters)))

    dices = [random.Random(100 + number) for number in range(CLIENTS)]
    addresses = [[address(dice) for _ in range(ADDRESSES)] for dice in dices]
    clients = Clients(base, SECONDS, PAGE if addresses[0][0].startswith("/?") else {})
    return clients.ask(addresses).per_second


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table of all kinds of questions."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.api")
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--findings", type=int, default=10_000)
    parser.add_argument("--lists", type=Path)
    parser.add_argument("--neo4j", action="store_true")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", default="", help="part of the name of a question")
    asked = parser.parse_args(arguments)
    with (
        tempfile.TemporaryDirectory() as scratch,
        _settings(asked, Path(scratch)) as settings,
        GraphStore.open(settings) as store,
    ):
        if not store.revision():
            _fill(store, asked)
        keep_current(store)  # the first search would make the index
        count = store.read("MATCH (n) RETURN count(n) AS n")[0]["n"]
        table = Table(title=f"{count:,} nodes on {store.engine.name}, ms", title_justify="left")
        table.add_column("question")
        for column in ("p50", "p95", "driver p50", "ratio", f"answers/s, {CLIENTS} clients"):
            table.add_column(column, justify="right")
        with served(store) as base:
            for name, ask in questions(store).items():
                if asked.only in name:
                    table.add_row(name, *measure(store, base, ask))
        Console(width=120).print(table)


def _fill(store: GraphStore, asked: argparse.Namespace) -> None:
    if asked.lists:
        files = sorted(path for path in asked.lists.iterdir() if path.is_file())
        read_documents(store, map(parse_file, files))
    else:
        fill(store, asked.nodes, asked.findings)


@contextmanager
def _settings(asked: argparse.Namespace, scratch: Path) -> Iterator[StoreSettings]:
    if not asked.neo4j:
        yield StoreSettings(data=asked.folder or scratch / "data")
        return
    with neo4j_server.running(scratch) as server:
        password = SecretStr(server.password)
        yield StoreSettings(
            uri=server.uri, user=neo4j_server.USER, password=password, data=scratch / "beside"
        )


if __name__ == "__main__":
    main()
