"""Nodes, edges and subgraphs, as they are written to the store and exported."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | float | bool | list[str] | None
"""The types of property values that both engines store."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a node by label and id."""

    label: str
    id: str


@dataclass(frozen=True, slots=True)
class Node:
    """A node with its key ``id`` and its other properties."""

    label: str
    id: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A directed edge between two nodes, with its properties."""

    type: str
    start: Ref
    end: Ref
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(slots=True)
class Subgraph:
    """Nodes and edges that belong together."""

    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
