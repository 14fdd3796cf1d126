"""What another process does with a data folder: ``python -m tests.graph.processes ACTION FOLDER``."""

import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from dutygraph.errors import DutygraphError
from dutygraph.graph.loading import write as loading
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests.graph.lists import duty_list, list_id


def hold(store: GraphStore) -> None:
    """Keep the folder open until the parent says a word."""
    _say("ready")
    sys.stdin.readline()


def count(store: GraphStore) -> None:
    """Say how many duties there are, then go on until the parent says a word, and say it again."""
    for _ in range(2):
        _say(str(store.read("MATCH (d:Duty) RETURN count(d) AS n")[0]["n"]))
        sys.stdin.readline()


def add(store: GraphStore) -> None:
    """Load a list, as one of two commands that start at once."""
    store.prepare()
    loading.replace_lists(store, [list_id("水利局")], duty_list("水利局"))


def load_slowly(store: GraphStore) -> None:
    """Replace the list of 林业局 and stop in the middle of the transaction, for the parent to kill."""
    loading.BATCH = 10
    run, written = loading._run, 0

    def slowly(*arguments: object) -> object:
        nonlocal written
        written += 1
        if written == 10:
            _say("in the middle")
            time.sleep(60)
        return run(*arguments)  # type: ignore[arg-type]

    loading._run = slowly  # type: ignore[assignment]
    loading.replace_lists(store, [list_id("林业局")], duty_list("林业局", duties=200))


def interrupt(store: GraphStore) -> None:
    """Be interrupted by Ctrl-C while the store is open."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
    signal.raise_signal(signal.SIGINT)


def fail(store: GraphStore) -> None:
    """Meet a bug while the store is open."""
    raise RuntimeError("a bug")


def quietly(store: GraphStore) -> None:
    """Use the store and say nothing: what is printed then comes from the engine."""
    store.prepare()
    loading.replace_lists(store, [list_id("林业局")], duty_list("林业局"))


ACTIONS: dict[str, Callable[[GraphStore], None]] = {
    action.__name__: action for action in (hold, count, add, load_slowly, interrupt, fail, quietly)
}


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main(action: str, folder: str) -> None:
    """Run one action on the store of a folder; an error of the graph room is printed."""
    try:
        with GraphStore.open(StoreSettings(data=Path(folder))) as store:
            ACTIONS[action](store)
    except DutygraphError as error:
        sys.exit(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main(*sys.argv[1:])
