"""The form of a view: nodes, groups of neighbours that can be opened, and edges between what is there."""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from dutygraph.bilingual import Bilingual
from dutygraph.queries.catalogue.nodes import NodeBrief, Term

Focus = Literal["", "overlaps", "gaps"]
STEP = 12
"""So many neighbours of a group are shown at first, and so many more each time."""


@dataclass(frozen=True, slots=True)
class ViewRequest:
    """What is on the canvas: all of it, so that a view is what its address says."""

    node: tuple[str, ...] = ()
    """Ids or names of the nodes that were put there; none: the district at a glance."""
    open: tuple[str, ...] = ()
    """What is opened: ids of nodes, and for groups ``n|key`` with the number of neighbours to be shown."""
    source: str = ""
    """Between these two the paths are shown."""
    target: str = ""
    hide: tuple[str, ...] = ()
    """Labels that are left out."""
    pin: tuple[str, ...] = ()
    """Where nodes were put by hand: ``x,y|id``."""
    focus: Focus = ""
    region: str = ""
    on_demand: bool = False
    """Whether the district shows topics that lists show on demand only."""

    @property
    def whole(self) -> bool:
        """Whether it is the district at a glance: nothing was picked, and no two ends of a path."""
        return not self.node and not (self.source and self.target)

    def shown(self, key: str) -> int:
        """Return how many neighbours of a group are to be shown; 0 while it is closed."""
        counts = (one.partition("|") for one in self.open)
        return max((int(n) for n, _, of in counts if of == key and n.isdecimal() and len(n) < 5), default=0)


class NodeFinding(BaseModel):
    """A finding that concerns a node, in short."""

    id: str
    kind: str
    class_: str
    severity: str
    sentence: Bilingual


class ViewNode(NodeBrief):
    """A node on the canvas; ``parent`` is the node or group that brought it there."""

    short: str
    """What it is called within its region."""
    title: Bilingual | None = None
    """Topics: what stands on their labels."""
    listed: bool = True
    """Departments: whether its own list was read."""
    parent: str | None = None
    opened: bool = False
    findings: list[NodeFinding]
    """The gravest first."""

    def in_focus(self, focus: Focus) -> bool:
        """Whether it has findings of what the view is focused on."""
        return any(FOCUS.get(one.class_) == focus for one in self.findings)


FOCUS: dict[str, Focus] = {
    "duplication": "overlaps",
    "overlap": "overlaps",
    "boundary": "overlaps",
    "fragmentation": "overlaps",
    "orphan": "gaps",
    "gap": "gaps",
}
"""What a view is focused on when it shows findings of a class."""


class ViewGroup(BaseModel):
    """Neighbours of one kind, shown as one until opened."""

    key: str
    of: str
    parent: str
    edge: Term
    forward: bool
    kind: Term
    title: Bilingual
    count: int
    shown: int


class ViewEdge(BaseModel):
    """An edge between what is on the canvas; ``overlap`` is the number of an overlap that no list declares."""

    start: str
    end: str
    edge: Term
    overlap: str | None = None


class View(BaseModel):
    """What is on the canvas; ``paths`` are ids of nodes from one picked node to the other."""

    nodes: list[ViewNode]
    groups: list[ViewGroup]
    edges: list[ViewEdge]
    paths: list[list[str]]
    total: int
    """Nodes there are, before any were left out."""
    missing: list[str]
    """What was asked for and is not in the graph any more."""
    cut: bool = False
    """There is more than one view can show."""
    on_demand: int = 0
    """Topics of a district that are shown on demand: ordinary interplay and possible overlaps."""
    data_version: str
