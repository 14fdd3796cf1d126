"""What is affected when a node goes away, step by step: which edges carry that says ``depends`` in the ontology."""

from collections import defaultdict
from dataclasses import dataclass

from dutygraph.graph.model import Ref
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row

MOST = 20_000
"""Dependents, and edges to them in one step, that are looked at; more hang on nothing that anybody would take away."""


@dataclass(frozen=True, slots=True)
class Dependent:
    """A node that is affected: in how many steps, over which type of edge, and by which node (id) before it."""

    id: str
    label: str
    depth: int
    edge: str
    of: str


@dataclass(frozen=True, slots=True)
class Dependents:
    """The nodes that are affected, the nearest first, and whether there are more than could be looked at."""

    nodes: list[Dependent]
    cut: bool


def dependents_of(store: GraphStore, node: Ref, depth: int) -> Dependents:
    """Return what is affected within ``depth`` steps when a node goes away; each node once, where it is nearest."""
    found: dict[str, Dependent] = {}
    frontier = {node.id: node.label}
    cut = False
    for step in range(1, depth + 1):
        if not frontier or cut:
            break
        rows = _edges_to(store, frontier)
        cut = len(rows) > MOST
        new = {row["id"]: _dependent(row, step) for row in reversed(rows) if row["id"] != node.id}
        frontier = {id_: one.label for id_, one in new.items() if id_ not in found}
        found = {**new, **found}
        cut = cut or len(found) > MOST
    ranked = sorted(found.values(), key=lambda one: (one.depth, one.label, one.id))
    return Dependents(ranked[:MOST], cut)


def _edges_to(store: GraphStore, nodes: dict[str, str]) -> list[Row]:
    ids: dict[str, list[str]] = defaultdict(list)
    for id_, label in sorted(nodes.items()):
        ids[label].append(id_)
    return store.read(cypher("dependents"), {"ids": ids, "most": MOST + 1})


def _dependent(row: Row, depth: int) -> Dependent:
    return Dependent(row["id"], row["label"], depth, row["edge"], row["of"])
