"""Paths between two nodes of the graph, none of them over nodes that most lists share."""

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise
from typing import Literal

import networkx as nx

from dutygraph.graph.analysis.neighbourhood import Neighbourhood, PathLimits, PathStep
from dutygraph.graph.model import Ref
from dutygraph.graph.store.graph_store import GraphStore

Which = Literal["shortest", "simple", "apart"]
"""Of all paths: those of the fewest steps; the cheapest that pass no node twice; the cheapest of which no two share a node
between the ends."""

_TRIES = 200
"""How many cheap paths are looked at for those that are short enough."""

Path = list[PathStep]


def find_paths(
    store: GraphStore, source: Ref, target: Ref, limits: PathLimits, which: Which
) -> tuple[list[Path], bool]:
    """Return paths from one node to another, the best first, and whether the search was cut off for size.

    The cost of a path is the sum of the costs of its nodes, so few steps and rarely shared nodes are cheap. A basis or
    target that more than half of all lists have, or one that names anybody, is not passed.
    """
    if source.id == target.id:
        return [], False
    near = Neighbourhood(store, (source, target), limits)
    while not (which == "shortest" and near.met) and near.grow():
        pass
    search = {"shortest": _shortest, "simple": _simple, "apart": _apart}[which]
    return list(islice(search(near, source.id, target.id, limits.hops), limits.paths)), near.cut


def best_paths(store: GraphStore, a: str, b: str, limits: PathLimits) -> list[Path]:
    """Return the cheapest paths between two departments (ids), cheapest first; no two share a node between the ends."""
    return find_paths(store, Ref("Department", a), Ref("Department", b), limits, "apart")[0]


def cost_of(near: Mapping[str, float], path: Path) -> float:
    """Return what a path costs."""
    return sum(near[step.end] for step in path)


def _shortest(near: Neighbourhood, a: str, b: str, hops: int) -> Iterator[Path]:
    """Yield all paths of the fewest steps, the cheapest first."""
    graph = _graph(near)
    if a not in graph or b not in graph or not nx.has_path(graph, a, b):
        return
    found = islice(nx.all_shortest_paths(graph, a, b), _TRIES)
    paths = [_steps(near, nodes) for nodes in found if len(nodes) <= hops + 1]
    yield from sorted(paths, key=lambda path: (cost_of(near.costs, path), [step.end for step in path]))


def _simple(near: Neighbourhood, a: str, b: str, hops: int) -> Iterator[Path]:
    """Yield the cheapest paths that pass no node twice (Yen's algorithm).

    Where more of the cheap ones are too long than are looked at, the search counts as cut off but has the cheapest other.
    """
    graph = _graph(near)
    if a not in graph or b not in graph or not nx.has_path(graph, a, b):
        return
    found = 0
    for tried, nodes in enumerate(nx.shortest_simple_paths(graph, a, b, weight="cost")):
        if tried == _TRIES:
            near.cut_short = True
            break
        if len(nodes) <= hops + 1:
            found += 1
            yield _steps(near, nodes)
    if near.cut_short and not found and (path := _cheapest(near.steps, near.costs, (a, b), hops)):
        yield path


def _apart(near: Neighbourhood, a: str, b: str, hops: int) -> Iterator[Path]:
    """Yield the cheapest path, then the cheapest over other nodes, and so on."""
    costs = {**near.costs, b: 0.0}
    steps: Mapping[str, Mapping[str, PathStep]] = near.steps
    while path := _cheapest(steps, costs, (a, b), hops):
        yield path
        used = {step.end for step in path} - {b}
        costs = {id_: cost for id_, cost in costs.items() if id_ not in used}
        if not used:  # the edge between the two: the others pass a node
            steps = {**steps, a: {end: step for end, step in steps[a].items() if end != b}}


def _graph(near: Neighbourhood) -> "nx.DiGraph[str]":
    """Return what lies between the ends as a graph, whose edges cost what it costs to come to their end."""
    inside = near.between()
    graph: nx.DiGraph[str] = nx.DiGraph()
    for here in sorted(inside):
        for there in near.steps.get(here, {}):
            if there in inside:
                graph.add_edge(here, there, cost=near.costs[there])
    return graph


def _steps(near: Neighbourhood, nodes: list[str]) -> Path:
    return [near.steps[here][there] for here, there in pairwise(nodes)]


def _cheapest(
    steps: Mapping[str, Mapping[str, PathStep]], costs: Mapping[str, float], ends: tuple[str, str], hops: int
) -> Path:
    """Return the cheapest path of at most ``hops`` steps over nodes that have a cost, or [] (Bellman and Ford)."""
    a, b = ends
    best: dict[str, tuple[float, tuple[str, ...]]] = {a: (0.0, (a,))}
    improved = dict(best)
    for _ in range(hops):
        now: dict[str, tuple[float, tuple[str, ...]]] = {}
        for here, (cost, path) in improved.items():
            for there in costs.keys() & steps.get(here, {}).keys():
                candidate = (cost + costs[there], (*path, there))
                cheapest = now.get(there, best.get(there))
                if cheapest is None or candidate < cheapest:
                    now[there] = candidate
        best.update(now)
        improved = now
    nodes = best[b][1] if b in best else ()
    return [steps[here][there] for here, there in pairwise(nodes)]
