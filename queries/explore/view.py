"""A view: the nodes that were put on the canvas, what was opened of them, and the edges between all of it."""

from collections.abc import Sequence

from dutygraph.graph.analysis.neighbourhood import PathLimits
from dutygraph.graph.analysis.paths import find_paths
from dutygraph.graph.model import Ref
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import bodies
from dutygraph.queries.catalogue.nodes import described, find_node, term
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.errors import UnknownNodeError
from dutygraph.queries.explore.models import View, ViewEdge, ViewGroup, ViewNode, ViewRequest
from dutygraph.queries.explore.node_findings import findings_on
from dutygraph.queries.explore.openings import Opening, openings
from dutygraph.queries.explore.overlaps import undeclared
from dutygraph.queries.versions import data_version

_PATHS = PathLimits(hops=6, paths=4, shared=10, edges=(), direction="any")


def explored(store: GraphStore, wanted: ViewRequest, most: int) -> View:
    """Return what is on the canvas, ``most`` nodes of it at most.

    Raises AmbiguousNameError for names that mean several nodes; UnknownNodeError for an end of a path that is not there.
    """
    building = _Building(store, wanted, most)
    for text in wanted.node:
        building.begin(text)
    paths: list[list[str]] = []
    if wanted.source and wanted.target:
        ends = [find_node(store, text) for text in (wanted.source, wanted.target)]
        a, b = (Ref(one.kind, one.id) for one in ends)
        found_paths, _ = find_paths(store, a, b, _PATHS, "simple")
        paths = [[a.id, *(step.end for step in path)] for path in found_paths]
        building.add_all([a, b], None)
        known = described(store, {id_ for path in paths for id_ in path})
        building.add_all([Ref(known[id_].kind.name, id_) for path in paths for id_ in path], None)
    return building.view(paths)


class _Building:
    """A view in the making."""

    def __init__(self, store: GraphStore, wanted: ViewRequest, most: int) -> None:
        self._store, self._wanted, self._most = store, wanted, most
        self._parents: dict[str, str | None] = {}
        self._groups: list[ViewGroup] = []
        self._ties: dict[tuple[str, str], ViewEdge] = {}
        self._told: set[frozenset[str]] = set()
        self._missing: list[str] = []
        self._total = 0

    def begin(self, text: str) -> None:
        """Put a node on the canvas that an address names; the graph may have lost it since."""
        try:
            found = find_node(self._store, text)
        except UnknownNodeError:
            self._missing.append(text)
        else:
            self.add(Ref(found.kind, found.id), None)

    def add_all(self, nodes: Sequence[Ref], parent: str | None) -> None:
        """Put nodes on the canvas."""
        for node in nodes:
            self.add(node, parent)

    def add(self, node: Ref, parent: str | None) -> None:
        """Put a node on the canvas, and what it opens as if it is opened."""
        if node.id in self._parents or node.label in self._wanted.hide:
            return
        self._total += 1
        if len(self._parents) >= self._most:
            return
        self._parents[node.id] = parent
        if node.id in self._wanted.open:
            for opening in openings(self._store, node):
                if opening.kind.name not in self._wanted.hide:
                    self._open(opening, node.id, node.id)

    def _open(self, opening: Opening, of: str, parent: str) -> None:
        alone = opening.count == 1 and parent == of
        if alone and opening.edge.name in ontology().edges:  # it stands there at once, with its own edge
            self.add_all(opening.load(1), parent)
            return
        shown = self._wanted.shown(opening.key)
        group = ViewGroup(
            key=opening.key, of=of, parent=parent, edge=opening.edge, forward=opening.forward, kind=opening.kind,
            title=opening.title, count=opening.count, shown=min(shown, opening.count),
        )  # fmt: skip
        self._groups.append(group)
        self._tie(parent, opening.key, opening)
        if shown and opening.inner:
            for inner in opening.inner:
                self._open(inner, of, opening.key)
        elif shown:
            nodes = opening.load(shown)
            self.add_all(nodes, opening.key)
            for node in nodes:
                if node.id in self._parents:
                    self._tie(opening.key, node.id, opening)
                    self._told.add(frozenset((of, node.id)))

    def _tie(self, start: str, end: str, opening: Opening) -> None:
        self._ties[start, end] = ViewEdge(start=start, end=end, edge=opening.edge)

    def view(self, paths: list[list[str]]) -> View:
        """Return the view with all that is told of its nodes."""
        ids = list(self._parents)
        return View(
            nodes=self._nodes(ids),
            groups=self._groups,
            edges=[*self._ties.values(), *self._edges(ids), *body_edges(self._store, ids)],
            paths=[path for path in paths if all(id_ in self._parents for id_ in path)],
            total=self._total,
            missing=self._missing,
            cut=self._total > len(ids),
            data_version=data_version(self._store),
        )

    def _nodes(self, ids: Sequence[str]) -> list[ViewNode]:
        known, named = described(self._store, ids), bodies(self._store)
        findings = findings_on(self._store, ids)
        return [
            ViewNode(
                **known[id_].model_dump(),
                short=named[id_].short if id_ in named else known[id_].name,
                listed=named[id_].listed if id_ in named else True,
                parent=self._parents[id_],
                opened=id_ in self._wanted.open,
                findings=findings.get(id_, []),
            )
            for id_ in ids
            if id_ in known
        ]

    def _edges(self, ids: Sequence[str]) -> list[ViewEdge]:
        rows = self._store.read(cypher("view_edges"), {"ids": ids})
        return [
            ViewEdge(
                start=row["start"],
                end=row["end"],
                edge=term(row["edge"]),
                overlap=None if row["score"] is None else f"{row['score']:.2f}",
            )
            for row in rows
            if row["score"] is not None or frozenset((row["start"], row["end"])) not in self._told
        ]


def body_edges(store: GraphStore, ids: Sequence[str]) -> list[ViewEdge]:
    """Return the overlaps without a declared boundary between bodies, each with its number."""
    numbers, inside = undeclared(store), set(ids)
    pairs = sorted(sorted(pair) for pair in numbers if pair <= inside)
    return [
        ViewEdge(start=a, end=b, edge=term("SIMILAR_TO"), overlap=str(numbers[frozenset((a, b))]))
        for a, b in pairs
    ]
