"""What another process does with a graph: ``python -m tests.queries.processes ACTION ARGUMENT…``.

The store is the one that the environment names.
"""

import os
import subprocess
import sys
from itertools import count
from pathlib import Path

from dutygraph.errors import DutygraphError
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.parse import parse_file
from dutygraph.queries.findings.update.reading import read_documents
from dutygraph.queries.findings.update.recompute import ComputationStep

ROOT = Path(__file__).parents[2]
KILLED = 9
"""Exit code of a process that ends without any clearing up."""
Process = subprocess.Popen[str]


def start(settings: StoreSettings, *arguments: str) -> Process:
    """Start an action on a store in a process of its own."""
    where = {"DUTYGRAPH_DATA": str(settings.data), "DUTYGRAPH_USER": settings.user}
    if settings.uri and settings.password:
        where |= {"DUTYGRAPH_URI": settings.uri, "DUTYGRAPH_PASSWORD": settings.password.get_secret_value()}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.queries.processes", *arguments],
        env=os.environ | where | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        encoding="utf-8",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def line(process: Process) -> str:
    """Wait for the next line that a process prints."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def word(process: Process) -> None:
    """Let a process that waits for a word go on."""
    assert process.stdin is not None
    process.stdin.write("go on\n")
    process.stdin.flush()


def hold(store: GraphStore) -> None:
    """Hold the lock until the parent says a word."""
    with store.locked():
        _wait()


def read(store: GraphStore, *files: str) -> None:
    """Read files as a command does."""
    read_documents(store, [parse_file(Path(file)) for file in files])


def begin(store: GraphStore, *files: str) -> None:
    """Read files after a word."""
    _wait()
    read(store, *files)


def pause(store: GraphStore, at: str, *files: str) -> None:
    """Read files, and wait for a word before the step ``at``."""

    def progress(step: ComputationStep) -> None:
        if step == at:
            _wait()

    read_documents(store, [parse_file(Path(file)) for file in files], progress)


def die(store: GraphStore, at: str, *files: str) -> None:
    """Read files and be killed before the step number ``at``, from 1."""
    steps = count(1)

    def progress(_: ComputationStep) -> None:
        if next(steps) == int(at):
            os._exit(KILLED)

    read_documents(store, [parse_file(Path(file)) for file in files], progress)


ACTIONS = {action.__name__: action for action in (hold, read, begin, pause, die)}


def _wait() -> None:
    sys.stdout.write("waiting\n")
    sys.stdout.flush()
    sys.stdin.readline()


def main(action: str, *arguments: str) -> None:
    """Run one action; an error of the graph room is printed."""
    try:
        with GraphStore.open(StoreSettings()) as store:
            ACTIONS[action](store, *arguments)
    except DutygraphError as error:
        sys.exit(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main(*sys.argv[1:])
