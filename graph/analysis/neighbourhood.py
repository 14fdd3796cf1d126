"""The part of the graph around two nodes in which paths between them are looked for, and what it costs to pass a node."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path
from typing import Literal

from dutygraph.graph.model import Ref
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.ingest.word_files import load_words

Direction = Literal["any", "forward", "backward"]
"""Whether the edges of a path may point either way, along it, or against it."""

_BRIDGES = ("LegalBasis", "SupervisionTarget")
"""Labels of nodes that connect others only while few lists have them."""
_ALWAYS = 2
"""Number of lists up to which such a node always connects, however few lists there are."""
_COUNTED = 1000
"""Edges of a node that are counted (``path_lists.cypher`` gives one more); it has more lists than any path may share."""
_MOST_EDGES = 50_000
"""Edges read in one step; more hang on a place that nobody follows by eye."""


@dataclass(frozen=True, slots=True)
class PathLimits:
    """What paths are looked for: the greatest numbers of steps and of paths, and which edges they may follow.

    A legal basis or target is passed while at most ``shared`` lists have it in common. After ``nodes`` nodes the search
    goes no further.
    """

    hops: int
    paths: int
    shared: int
    edges: tuple[str, ...] = ()
    """None stands for all on which one end depends on the other."""
    direction: Direction = "any"
    nodes: int = 20_000


@dataclass(frozen=True, slots=True)
class PathStep:
    """An edge on a path: its ends (ids) in order of the path, its type, whether it points that way, its locator."""

    start: str
    end: str
    type: str
    forward: bool
    locator: str | None


@dataclass(slots=True)
class _Side:
    """What was reached from one end: the number of steps to each node, and the nodes to go on from."""

    forward: bool | None
    distances: dict[str, int]
    frontier: list[str]
    steps: int = 0


class Neighbourhood:
    """The nodes near two nodes (labels and costs by id), and the edges between them by both ends."""

    def __init__(self, store: GraphStore, ends: tuple[Ref, Ref], limits: PathLimits) -> None:
        lists = store.read(cypher("count_nodes", LABEL="DutyList"))[0]["count"]
        self._store = store
        self._limits = limits
        self.cut_short = False
        """Whether something was left out that may lead on."""
        self._most_lists = min(limits.shared, max(_ALWAYS, lists // 2))
        self._edges = list(limits.edges or (edge.name for edge in ontology().dependencies()))
        self._labels = {end.id: end.label for end in ends}
        self.costs: dict[str, float] = {end.id: 0.0 for end in ends}
        """What it costs to come to a node, 1 + ln(lists that have it); a node that is not passed has none."""
        self.steps: dict[str, dict[str, PathStep]] = defaultdict(dict)
        ways = {"any": None, "forward": True, "backward": False}
        way = ways[limits.direction]
        self._sides = [
            _Side(forward, {end.id: 0}, [end.id])
            for end, forward in zip(ends, (way, None if way is None else not way), strict=True)
        ]

    @property
    def cut(self) -> bool:
        """Whether there was more than may be looked at."""
        return self.cut_short or len(self.costs) > self._limits.nodes

    @property
    def met(self) -> bool:
        """Whether some node was reached from both ends."""
        one, other = self._sides
        return not one.distances.keys().isdisjoint(other.distances)

    def grow(self) -> bool:
        """Go a step further from the end that has fewer nodes to go on from; return False when that cannot be."""
        if self.cut or sum(side.steps for side in self._sides) >= self._limits.hops:
            return False
        side = min(self._sides, key=lambda side: (len(side.frontier), side.steps))
        if not side.frontier:
            return False
        rows = self._store.read(
            cypher("path_neighbours"),
            {
                "ids": self._by_label(side.frontier),
                "edges": self._edges,
                "forward": side.forward,
                "most": _MOST_EDGES,
            },
        )
        # here, since the embedded engine takes far longer for these keys than for the first that differs
        rows.sort(key=_order)
        self.cut_short = len(rows) >= _MOST_EDGES
        self._rate(rows)
        side.steps += 1
        known = [row for row in rows if row["other"] in self.costs]
        for row in known:
            self._join(row)
        side.frontier = sorted({row["other"] for row in known} - side.distances.keys())
        side.distances.update(dict.fromkeys(side.frontier, side.steps))
        return True

    def between(self) -> set[str]:
        """Return the nodes that can lie on a path of at most the greatest number of steps."""
        one, other = (side.distances for side in self._sides)
        reach = [side.steps for side in self._sides]
        far = (reach[0] + 1, reach[1] + 1)
        return {
            id_
            for id_ in one.keys() | other.keys()
            if one.get(id_, far[0]) + other.get(id_, far[1]) <= self._limits.hops
        }

    def _rate(self, rows: Iterable[Row]) -> None:
        """Set the cost of new nodes; those that name anybody, or that too many lists have, get none."""
        new = {row["other"]: row for row in rows if row["other"] not in self._labels}
        self._labels.update({id_: row["label"] for id_, row in new.items()})
        shared = sorted(id_ for id_, row in new.items() if not row["listed"])
        found = self._store.read(cypher("path_lists"), {"ids": self._by_label(shared)}) if shared else []
        lists = {row["id"]: _count(row["lists"]) for row in found}
        for id_, row in new.items():
            count = lists.get(id_, 1)
            bridge = row["label"] in _BRIDGES
            if not bridge or (count <= self._most_lists and row["name"] not in generic_targets()):
                self.costs[id_] = 1 + log(max(count, 1))

    def _join(self, row: Row) -> None:
        here, there, type_, locator = row["id"], row["other"], row["type"], row["locator"]
        along = row["forward"]
        if self._limits.direction in ("any", "forward" if along else "backward"):
            self.steps[here].setdefault(there, PathStep(here, there, type_, along, locator))
        if self._limits.direction in ("any", "backward" if along else "forward"):
            self.steps[there].setdefault(here, PathStep(there, here, type_, not along, locator))

    def _by_label(self, ids: Iterable[str]) -> Mapping[str, list[str]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for id_ in ids:
            groups[self._labels[id_]].append(id_)
        return groups


def _order(row: Row) -> tuple[str, str, str, str]:
    return row["id"], row["other"], row["type"], row["locator"] or ""


def _count(lists: list[str | None]) -> int:
    """Return how many lists these are, one per edge; where edges were left out, as many as there are edges."""
    return len(lists) if len(lists) > _COUNTED else len(set(lists) - {None})


@cache
def generic_targets() -> frozenset[str]:
    """Return the names of targets that name anybody at all."""
    return frozenset(load_words(Path(__file__).with_name("generic_targets.yaml"))["names"])
