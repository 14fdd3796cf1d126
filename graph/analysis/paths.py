"""The cheapest paths between two departments in the graph, none of them over nodes that most lists share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row

_BRIDGES = ("LegalBasis", "SupervisionTarget")
"""Labels of nodes that connect departments only while few lists have them."""
_ALWAYS = 2
"""Number of lists up to which such a node always connects, however few lists there are."""


@dataclass(frozen=True, slots=True)
class PathLimits:
    """Greatest numbers of steps and of paths, and of the lists (``shared``) that share a basis or target on a path."""

    hops: int
    paths: int
    shared: int


@dataclass(frozen=True, slots=True)
class PathStep:
    """An edge on a path: its ends (ids) in order of the path, its type, whether it points that way, its locator."""

    start: str
    end: str
    type: str
    forward: bool
    locator: str | None


@dataclass(slots=True)
class _Neighbourhood:
    """The nodes near two departments (labels and costs by id), and the edges between them by both ends."""

    store: GraphStore
    most_lists: int
    labels: dict[str, str] = field(default_factory=dict)
    costs: dict[str, float] = field(default_factory=dict)
    steps: dict[str, dict[str, PathStep]] = field(default_factory=lambda: defaultdict(dict))

    def grow(self, start: str, hops: int) -> None:
        """Add the nodes and edges within ``hops`` edges of a department."""
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
        """Set the cost of new nodes, 1 + ln(lists that have the node); nodes that too many lists have get none."""
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
        self.steps[here].setdefault(there, PathStep(here, there, type_, row["forward"], locator))
        self.steps[there].setdefault(here, PathStep(there, here, type_, not row["forward"], locator))

    def _by_label(self, file: str, ids: Iterable[str]) -> list[Row]:
        groups: dict[str, list[str]] = defaultdict(list)
        for id_ in ids:
            groups[self.labels[id_]].append(id_)
        return [
            row
            for label, group in sorted(groups.items())
            for row in self.store.read(cypher(file, LABEL=label), {"ids": group})
        ]


def best_paths(store: GraphStore, a: str, b: str, limits: PathLimits) -> list[list[PathStep]]:
    """Return the cheapest paths between two departments (ids), cheapest first; no two share a node between the ends.

    The cost of a path is the sum of the costs of its nodes, so few steps and rarely shared nodes are cheap. A basis or
    target that more than half of all lists have is not passed either.
    """
    if a == b:
        return []
    lists = store.read(cypher("count_nodes", LABEL="DutyList"))[0]["count"]
    near = _Neighbourhood(store, min(limits.shared, max(_ALWAYS, lists // 2)))
    near.grow(a, (limits.hops + 1) // 2)
    near.grow(b, limits.hops // 2)
    paths: list[list[PathStep]] = []
    costs = {**near.costs, b: 0.0}
    while len(paths) < limits.paths and (path := _cheapest(near.steps, costs, (a, b), limits.hops)):
        paths.append(path)
        used = {step.end for step in path} - {b}
        costs = {id_: cost for id_, cost in costs.items() if id_ not in used}
    return paths


def _cheapest(
    steps: Mapping[str, Mapping[str, PathStep]], costs: Mapping[str, float], ends: tuple[str, str], hops: int
) -> list[PathStep]:
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
