"""What a named query asks of more than Cypher: parameters of its statement that a function works out of its arguments."""

from collections.abc import Callable, Mapping
from typing import Any

from dutygraph.graph.analysis.neighbourhood import PathLimits, generic_targets
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.graph_store import GraphStore

Arguments = Mapping[str, Any]


def path_steps(store: GraphStore, arguments: Arguments) -> list[dict[str, Any]]:
    """Return the steps of the best paths from ``a`` to ``b``, with the numbers of path and step, both from 1."""
    from dutygraph.graph.analysis.paths import best_paths  # with networkx: every command imports this module

    known = ontology()
    stated = tuple(edge.name for edge in known.dependencies() if known.is_stated(edge))
    limits = PathLimits(arguments["hops"], arguments["paths"], arguments["shared"], stated)
    paths = best_paths(store, arguments["a"], arguments["b"], limits)
    return [
        {"path": number, "step": at, "from": step.start, "to": step.end, "edge": step.type,
         "forward": step.forward, "locator": step.locator}
        for number, path in enumerate(paths, start=1)
        for at, step in enumerate(path, start=1)
    ]  # fmt: skip


def names_of_anybody(_store: GraphStore, _arguments: Arguments) -> list[str]:
    """Return the names of targets that name anybody at all."""
    return sorted(generic_targets())


COMPUTED: Mapping[str, Callable[[GraphStore, Arguments], Any]] = {
    "path_steps": path_steps,
    "generic_targets": names_of_anybody,
}
"""The functions by the names of the parameters that they compute."""
