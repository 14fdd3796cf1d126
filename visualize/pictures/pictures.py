"""Pictures of the graph: of a department, a matter, a finding, a topic, a path, a region, of all overlaps or gaps."""

from collections.abc import Callable
from dataclasses import dataclass

from dutygraph.graph.analysis.metrics import By
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.errors import ArgumentError
from dutygraph.visualize.pictures.drawing import Drawing
from dutygraph.visualize.pictures.drawn_findings import finding_graph, path_graph, topic_graph
from dutygraph.visualize.pictures.drawn_graph import (
    department_graph,
    gaps_graph,
    matter_graph,
    network_graph,
    region_graph,
)
from dutygraph.visualize.pictures.settings import MOST_NODES
from dutygraph.visualize.texts import Language

DRAWING_LIBRARY = "vendor/vis-network-10.1.5/vis-network.min.js"
"""vis-network 10.1.5 (Apache-2.0 or MIT), the bundle ``dist/vis-network.min.js`` of the npm package, unchanged; its licences
lie beside it."""


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """What a picture is to show: exactly one of these, or it is refused when drawn."""

    department: str | None = None
    """Its name, another name, or its id."""
    matter: str | None = None
    """A part of the name of shared matters."""
    kind: str | None = None
    """``gaps``: all gaps; ``overlaps``: all departments, and how many overlaps lie between them."""
    metrics: By | None = None
    """The network of departments, and what ties them."""
    finding: str | None = None
    topic: str | None = None
    """Ids, or beginnings of them."""
    path: tuple[str, str] | None = None
    """Ids or names of two nodes."""
    region: str | None = None
    """The name or code of a region, of which departments, matters and topics are shown."""


def picture(
    store: GraphStore, request: PictureRequest, lang: Language = "zh", most: int = MOST_NODES
) -> Drawing:
    """Draw what is asked for, at most ``most`` nodes of it.

    Raises ArgumentError unless exactly one thing is asked for, or when there is nothing to draw, and for unknown names
    what the queries raise.
    """
    asked: list[tuple[object, Callable[[], Drawing]]] = [
        (request.department, lambda: department_graph(store, request.department or "", lang, most)),
        (request.matter, lambda: matter_graph(store, request.matter or "", lang, most)),
        (request.kind == "gaps", lambda: gaps_graph(store, lang, most)),
        (request.kind == "overlaps", lambda: network_graph(store, "overlaps", lang, most)),
        (request.metrics, lambda: network_graph(store, request.metrics or "all", lang, most)),
        (request.finding, lambda: finding_graph(store, request.finding or "", lang)),
        (request.topic, lambda: topic_graph(store, request.topic or "", lang, most)),
        (request.path, lambda: path_graph(store, *(request.path or ("", "")), lang)),
        (request.region, lambda: region_graph(store, request.region or "", lang)),
    ]
    drawn = [draw for chosen, draw in asked if chosen]
    if len(drawn) != 1 or request.kind not in (None, "", "gaps", "overlaps"):
        raise ArgumentError(
            zh="请选一个来画：部门、管理事项、线索、议题、两处之间的路径、行政区划、overlaps（重叠）、gaps（缺口）或部门关系（metrics）",
            en="choose one: a department, a matter, a finding, a topic, a path, a region, overlaps, gaps, or metrics",
        )
    return drawn[0]()
