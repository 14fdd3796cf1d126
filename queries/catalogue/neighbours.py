"""A node with all that is known of it, what is tied to it page by page, and what is affected when it goes away."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from dutygraph.graph.analysis.dependents import dependents_of
from dutygraph.graph.model import Ref
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.catalogue.nodes import NodeBrief, Term, described, find_node, term
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.errors import Namesake
from dutygraph.queries.versions import data_version

_SORTED = 1_000
"""So many neighbours of one kind are sorted: to sort the thousands that cite a law would take seconds."""


class NeighbourCount(BaseModel):
    """How many edges of a type tie things of a kind to a node; ``forward``: the edges start at the node."""

    edge: Term
    forward: bool
    kind: Term
    count: int


class NodeCard(BaseModel):
    """A node with its properties (names as in ``/schema``) and what is tied to it, in numbers."""

    node: NodeBrief
    properties: dict[str, Any]
    counts: list[NeighbourCount]
    data_version: str


class Neighbour(BaseModel):
    """What one edge ties to a node; the locator is that of the citation, where the edge is one."""

    edge: Term
    forward: bool
    kind: Term
    id: str
    name: str
    locator: dict[str, Any] | None


class Neighbours(BaseModel):
    """A page of what is tied to a node; ``counts`` and ``total`` say what is there in all."""

    node: NodeBrief
    counts: list[NeighbourCount]
    total: int
    rows: list[Neighbour]
    more: bool
    data_version: str


class DependentCount(BaseModel):
    """How many things of a kind are affected in so many steps."""

    depth: int
    kind: Term
    count: int


class DependentRow(BaseModel):
    """Something that is affected: in how many steps, over which edge, and by what."""

    depth: int
    edge: Term
    of: str
    node: NodeBrief


class DependentsAnswer(BaseModel):
    """A page of what is affected when a node goes away; ``counts`` and ``total`` say what is affected in all."""

    node: NodeBrief
    depth: int
    counts: list[DependentCount]
    total: int
    rows: list[DependentRow]
    more: bool
    cut: bool
    """There are more than could be looked at."""
    data_version: str


def node_card(store: GraphStore, text: str) -> NodeCard:
    """Return all of one node; raises UnknownNodeError and AmbiguousNameError."""
    found = find_node(store, text)
    rows = store.read(cypher("node_properties", LABEL=found.kind), {"id": found.id})
    return NodeCard(
        node=described(store, [found.id])[found.id],
        properties=rows[0]["properties"],
        counts=counts_of(store, found),
        data_version=data_version(store),
    )


def neighbours(
    store: GraphStore, text: str, edge: str | None, kind: str | None, window: tuple[int, int]
) -> Neighbours:
    """Return a page (offset and limit) of what is tied to a node, by an edge type or of a label where these are given.

    Neighbours stand as in the lists; of thousands of one kind, in the order of the engine, which stays while the graph does.

    Raises UnknownNodeError, AmbiguousNameError.
    """
    found = find_node(store, text)
    counts = counts_of(store, found)
    chosen = [c for c in counts if edge in (None, c.edge.name) and kind in (None, c.kind.name)]
    total = sum(count.count for count in chosen)
    return Neighbours(
        node=described(store, [found.id])[found.id],
        counts=counts,
        total=total,
        rows=list(_page(store, found, chosen, window)),
        more=sum(window) < total,
        data_version=data_version(store),
    )


def _page(
    store: GraphStore, node: Namesake, groups: Iterable[NeighbourCount], window: tuple[int, int]
) -> Iterator[Neighbour]:
    """Yield the neighbours of a page: group by group, in a group of ordinary size as the lists have them."""
    skip, left = window
    for group in groups:
        if skip < group.count and left > 0:
            page = members(store, node, group, (skip, left))
            left -= len(page)
            yield from page
        skip = max(0, skip - group.count)


def members(
    store: GraphStore, node: Namesake, group: NeighbourCount, window: tuple[int, int]
) -> list[Neighbour]:
    """Return a page (offset and limit) of the neighbours that a count is of, in the order of ``neighbours``."""
    file = "neighbours_out" if group.forward else "neighbours_in"
    statement = cypher(file, LABEL=node.kind, TYPE=group.edge.name, KIND=group.kind.name)
    sorts = group.count <= _SORTED
    offset, limit = (0, group.count) if sorts else window
    rows = store.read(statement, {"id": node.id, "offset": offset, "limit": limit})
    page = sorted(rows, key=_order)[window[0] : sum(window)] if sorts else rows
    return [_neighbour(row, group) for row in page]


def _order(row: Row) -> tuple[Any, ...]:
    absent = row["list"] is None, row["position"] is None
    return absent[0], row["list"] or "", absent[1], row["position"] or 0, row["id"], row["locator"] or ""


def dependents(store: GraphStore, text: str, depth: int, window: tuple[int, int]) -> DependentsAnswer:
    """Return a page (offset and limit) of what is affected within ``depth`` steps when a node goes away, the nearest first.

    Raises UnknownNodeError, AmbiguousNameError.
    """
    found = find_node(store, text)
    offset, limit = window
    affected = dependents_of(store, Ref(found.kind, found.id), depth)
    page = affected.nodes[offset : offset + limit]
    nodes = described(store, [found.id, *(one.id for one in page)])
    counts = sorted(Counter((one.depth, one.label) for one in affected.nodes).items())
    return DependentsAnswer(
        node=nodes[found.id],
        depth=depth,
        counts=[DependentCount(depth=at, kind=term(label), count=n) for (at, label), n in counts],
        total=len(affected.nodes),
        rows=[
            DependentRow(depth=one.depth, edge=term(one.edge), of=one.of, node=nodes[one.id])
            for one in page
            if one.id in nodes
        ],
        more=offset + limit < len(affected.nodes),
        cut=affected.cut,
        data_version=data_version(store),
    )


def _hidden() -> list[str]:
    """Return the labels of what dutygraph itself keeps: no part of what the lists say."""
    return [kind.name for kind in ontology().owned_by("system")]


def counts_of(store: GraphStore, node: Namesake) -> list[NeighbourCount]:
    """Return how many neighbours of each kind a node has, by edge."""
    rows = store.read(cypher("neighbour_counts", LABEL=node.kind), {"id": node.id, "hidden": _hidden()})
    return [NeighbourCount(**{**row, "edge": term(row["edge"]), "kind": term(row["kind"])}) for row in rows]


def _neighbour(row: Row, group: NeighbourCount) -> Neighbour:
    return Neighbour(
        edge=group.edge,
        forward=group.forward,
        kind=group.kind,
        id=row["id"],
        name=row["name"],
        locator=json.loads(row["locator"]) if row["locator"] else None,
    )
