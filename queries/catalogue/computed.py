"""What a named query asks of more than Cypher: parameters of its statement that a function works out of its arguments."""

from collections.abc import Callable, Mapping
from typing import Any

from dutygraph.graph.analysis.paths import PathLimits, best_paths
from dutygraph.graph.store.graph_store import GraphStore

Arguments = Mapping[str, Any]


def path_steps(store: GraphStore, arguments: Arguments) -> list[dict[str, Any]]:
    """Return the steps of the best paths from ``a`` to ``b``, with the numbers of path and step, both from 1."""
    limits = PathLimits(arguments["hops"], arguments["paths"], arguments["shared"])
    paths = best_paths(store, arguments["a"], arguments["b"], limits)
    return [
        {"path": number, "step": at, "from": step.start, "to": step.end, "edge": step.type,
         "forward": step.forward, "locator": step.locator}
        for number, path in enumerate(paths, start=1)
        for at, step in enumerate(path, start=1)
    ]  # fmt: skip


COMPUTED: Mapping[str, Callable[[GraphStore, Arguments], Any]] = {"path_steps": path_steps}
"""The functions by the names of the parameters that they compute."""
