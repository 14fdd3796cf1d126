"""The paths between two departments over what their lists say: the cheapest first, none over what everybody shares."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row

_BRIDGES = ("LegalBasis", "SupervisionTarget")
"""Kinds of things that tie departments to each other only as long as few lists have them."""
_ALWAYS = 2
"""A thing that no more lists than these have in common is a bridge, however few lists there are."""


@dataclass(frozen=True, slots=True)
class PathLimits:
    """At most so many steps, and so many paths; a basis or target that more than ``shared`` lists have is no bridge."""

    hops: int
    paths: int
    shared: int


@dataclass(frozen=True, slots=True)
class Step:
    """An edge on a path: its ends (ids) in the order of the path, its type, whether it leads that way, its locator."""

    start: str
    end: str
    type: str
    forward: bool
    locator: str | None


@dataclass(slots=True)
class _Neighbourhood:
    """The nodes near two departments, the edges between them by both ends, and what passing through a node costs."""

    store: GraphStore
    most_lists: int
    labels: dict[str, str] = field(default_factory=dict)
    costs: dict[str, float] = field(default_factory=dict)
    steps: dict[str, dict[str, Step]] = field(default_factory=lambda: defaultdict(dict))

    def grow(self, start: str, hops: int) -> None:
        """Add what lies within ``hops`` edges of a department."""
        self.labels[start] = "Department"
        reached, frontier = {start}, [start]
        for _ in range(hops):
            rows = self._by_label("path_neighbours", frontier)
            self._rate(rows)
            for row in rows:
                if row["other"] in self.costs:
                    self._join(row)
            frontier = sorted({row["other"] for row in rows if row["other"] in self.costs} - reached)
            reached.update(frontier)

    def _rate(self, rows: Iterable[Row]) -> None:
        """Tell what new nodes cost: the more lists speak of one, the less it says; what too many have is left out."""
        new = {row["other"]: row for row in rows if row["other"] not in self.labels}
        self.labels.update({id_: row["label"] for id_, row in new.items()})
        shared = sorted(id_ for id_, row in new.items() if not row["listed"])
        lists = {row["id"]: row["lists"] for row in self._by_label("path_lists", shared)}
        for id_, row in new.items():
            count = lists.get(id_, 1)
            if row["label"] not in _BRIDGES or count <= self.most_lists:
                self.costs[id_] = 1 + log(max(count, 1))

    def _join(self, row: Row) -> None:
        here, there, type_, locator = row["id"], row["other"], row["type"], row["locator"]
        self.steps[here].setdefault(there, Step(here, there, type_, row["forward"], locator))
        self.steps[there].setdefault(here, Step(there, here, type_, not row["forward"], locator))

    def _by_label(self, file: str, ids: Iterable[str]) -> list[Row]:
        groups: dict[str, list[str]] = defaultdict(list)
        for id_ in ids:
            groups[self.labels[id_]].append(id_)
        return [
            row
            for label, group in sorted(groups.items())
            for row in self.store.read(cypher(file, LABEL=label), {"ids": group})
        ]


def best_paths(store: GraphStore, a: str, b: str, limits: PathLimits) -> list[list[Step]]:
    """Return the best paths from one department (id) to another, the best first; no two have a node between in common.

    A path is the better the fewer steps it has and the fewer lists speak of what it passes. A basis or target that more
    than half of all lists have is no bridge either.
    """
    if a == b:
        return []
    lists = store.read(cypher("count_nodes", LABEL="DutyList"))[0]["count"]
    near = _Neighbourhood(store, min(limits.shared, max(_ALWAYS, lists // 2)))
    near.grow(a, (limits.hops + 1) // 2)
    near.grow(b, limits.hops // 2)
    paths: list[list[Step]] = []
    costs = {**near.costs, b: 0.0}
    while len(paths) < limits.paths and (path := _cheapest(near.steps, costs, (a, b), limits.hops)):
        paths.append(path)
        used = {step.end for step in path} - {b}
        costs = {id_: cost for id_, cost in costs.items() if id_ not in used}
    return paths


def _cheapest(
    steps: Mapping[str, Mapping[str, Step]], costs: Mapping[str, float], ends: tuple[str, str], hops: int
) -> list[Step]:
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
