"""A network of departments as a drawing: groups as colours, hubs as size, the closest ties as lines."""

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from dutygraph.graph.analysis.metrics import BodyMetrics, By, measure
from dutygraph.visualize.drawing import LABEL, LINE, OPTIONS, Drawing
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import short

if TYPE_CHECKING:
    import networkx as nx

_COLORS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#b8a800", "#5c6a79")
"""Of Okabe and Ito, which the colour-blind tell apart, darkened where white paper asks for it; used again after these."""
_LEAST, _MOST = 14, 44
"""Sizes of a body that lies between no others and of one that lies between all."""
_CLOSEST = 3
"""So many ties of each body are drawn: in a district nearly everybody is tied to everybody, and all would show nothing."""
_WIDEST = 8.0


def draw_network(graph: "nx.Graph[str]", by: By, lang: Language, most: int) -> Drawing:
    """Return a drawing of what ``project`` returns for ``by``: at most ``most`` bodies with ties, the hubs first."""
    metrics = measure(graph)
    tied = [body for body in metrics.bodies if body.ties]
    bodies = tied[:most]
    drawn = {body.id for body in bodies}
    groups = sorted({body.community for body in bodies if body.community is not None})
    return Drawing(
        title=text("graph_of_network", lang, by=text(f"by_{by}", lang), ties=_CLOSEST),
        nodes=[_node(body, lang) for body in bodies],
        edges=[
            {"from": a, "to": b, "width": min(graph.edges[a, b]["weight"], _WIDEST)}
            for a, b in sorted(_closest(graph))
            if a in drawn and b in drawn
        ],
        options={**OPTIONS, "edges": {**OPTIONS["edges"], "arrows": ""}},
        legend=[(_color(group), f"{text('community', lang)} {group}") for group in groups],
        total=len(tied),
    )


def _node(body: BodyMetrics, lang: Language) -> dict[str, Any]:
    name = body.name if body.listed else text("unread_body", lang, name=body.name)
    measures = " · ".join(
        f"{text(key, lang)} {getattr(body, key)}" for key in ("community", "hub", "ties", "shared")
    )
    return {
        "id": body.id,
        "label": "\n".join(wrap(short(body.name, LABEL), LINE)),
        "shape": "dot",
        "title": f"{name} · {measures}",
        "color": _color(body.community or 0),
        "size": _LEAST + (_MOST - _LEAST) * body.hub,
        "shapeProperties": {"borderDashes": False if body.listed else [7, 4]},
        "kind": "Department",
        "name": measures,
        "text": name,
        "findings": [],
        "source": None,
        "place": None,
    }


def _color(group: int) -> str:
    return _COLORS[(group - 1) % len(_COLORS)]


def _closest(graph: "nx.Graph[str]") -> set[tuple[str, str]]:
    """The closest ties of each body, each once."""

    def ties_of(body: str) -> Iterator[tuple[str, str]]:
        neighbours = sorted(graph[body], key=lambda end: (-graph.edges[body, end]["weight"], end))
        return ((min(body, end), max(body, end)) for end in neighbours[:_CLOSEST])

    return {tie for body in graph for tie in ties_of(body)}
