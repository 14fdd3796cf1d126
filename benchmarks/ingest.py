"""How long ``dutygraph ingest`` takes from a cold start, and how many nodes and edges a second that is.

usage: python -m benchmarks.ingest [FOLDER]     FOLDER holds lists; without it the sample district is read

Each run starts the command anew on an empty graph: interpreter, imports, engine, reading, loading, findings. A Neo4j
server runs already; its first load, while Java still compiles, is printed apart. The peer is the same command reading
the same lists without loading them (``dutygraph parse``).
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from pydantic import SecretStr

from dutygraph.graph.health import count_kinds
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests import neo4j_server

RUNS = 4
SAMPLE = Path(__file__).parents[1] / "data"


def main(lists: str) -> None:
    """Print one line for the peer and one per engine."""
    parsing = median(_timed(["parse", lists], {}) for _ in range(RUNS))
    columns = ("first s", "wall s", "entities", "entities/s", "x parse")
    sys.stdout.write(f"{'':10}" + "".join(f"{column:>12}" for column in columns) + "\n")
    sys.stdout.write(f"{'parse':10}{'':12}{parsing:12.2f}\n")
    for name, engine in (("embedded", _embedded), ("neo4j", _neo4j)):
        with engine() as settings:
            first, *later = (_load(settings, lists) for _ in range(RUNS))
        wall, entities = median(wall for wall, _ in later), first[1]
        sys.stdout.write(
            f"{name:10}{first[0]:12.2f}{wall:12.2f}{entities:12}{entities / wall:12.0f}{wall / parsing:12.1f}\n"
        )


def _load(settings: StoreSettings, lists: str) -> tuple[float, int]:
    """Return the wall time of loading the lists into an empty graph, and how many nodes and edges that makes."""
    with GraphStore.open(settings) as store:
        store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
    wall = _timed(["ingest", lists], _environment(settings))
    with GraphStore.open(settings) as store:
        return wall, sum(count_kinds(store).values())


def _timed(command: list[str], environment: Mapping[str, str]) -> float:
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "dutygraph", *command],
        env=os.environ | dict(environment),
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - begin


def _environment(settings: StoreSettings) -> dict[str, str]:
    values = {"DATA": str(settings.data), "URI": settings.uri, "USER": settings.user}
    if settings.password:
        values["PASSWORD"] = settings.password.get_secret_value()
    return {f"DUTYGRAPH_{name}": value for name, value in values.items() if value}


@contextmanager
def _embedded() -> Iterator[StoreSettings]:
    with tempfile.TemporaryDirectory() as folder:
        yield StoreSettings(data=Path(folder) / "graph")


@contextmanager
def _neo4j() -> Iterator[StoreSettings]:
    with tempfile.TemporaryDirectory() as folder, neo4j_server.running(Path(folder)) as server:
        yield StoreSettings(uri=server.uri, user=neo4j_server.USER, password=SecretStr(server.password))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(SAMPLE))
