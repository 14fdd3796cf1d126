"""Nodes and edges on their way into the store."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | float | bool | list[str] | None
"""What a property can hold, on both engines."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A node by label and id."""

    label: str
    id: str


@dataclass(frozen=True, slots=True)
class Node:
    """A node with its properties; the id is apart, since it is the key."""

    label: str
    id: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A directed edge between two nodes."""

    type: str
    start: Ref
    end: Ref
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(slots=True)
class Subgraph:
    """Nodes and edges that are written together."""

    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
