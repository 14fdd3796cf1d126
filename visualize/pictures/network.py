"""A network of departments as a drawing: groups as colours, hubs as size, the closest ties as lines."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dutygraph.graph.analysis.metrics import BodyMetrics, By, measure
from dutygraph.visualize.pictures import layout
from dutygraph.visualize.pictures.drawing import LABEL, Drawing, placed, plain_node
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import short

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

_COLORS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#b8a800", "#5c6a79")
"""Of Okabe and Ito, which the colour-blind tell apart, darkened where white paper asks for it; used again after these."""
_LEAST, _MOST = 8, 20
"""Sizes of a body that lies between no others and of one that lies between all."""
_CLOSEST = 3
"""So many ties of each body are drawn: in a district nearly everybody is tied to everybody, and all would show nothing."""


def draw_network(
    graph: "nx.Graph[str]", by: By, names: "Mapping[str, str]", lang: Language, most: int
) -> Drawing:
    """Return a drawing of what ``project`` returns for ``by``: at most ``most`` bodies with ties, the hubs first.

    ``names`` are what bodies are called within their region, by id. Ties by overlaps tell how many there are.
    """
    metrics = measure(graph)
    tied = [body for body in metrics.bodies if body.ties]
    bodies = tied[:most]
    drawn = {body.id for body in bodies}
    places = layout.district(graph.subgraph(drawn), {})
    return Drawing(
        title=text("graph_of_network", lang, by=text(f"by_{by}", lang), ties=_CLOSEST),
        nodes=placed([_node(body, names.get(body.id, body.name), lang) for body in bodies], places),
        edges=[
            {
                "from": a,
                "to": b,
                "title": "",
                **({"overlap": str(graph.edges[a, b]["shared"])} if by == "overlaps" else {}),
            }
            for a, b in sorted(_closest(graph))
            if a in drawn and b in drawn
        ],
        total=len(tied),
        whole=True,
    )


def _node(body: BodyMetrics, name: str, lang: Language) -> dict[str, Any]:
    whole = body.name if body.listed else text("unread_body", lang, name=body.name)
    measures = " · ".join(f"{text(key, lang)} {getattr(body, key)}" for key in ("hub", "ties", "shared"))
    return plain_node(
        body.id, "Department", whole, lang,
        label=short(name, LABEL),
        kindName=f"{text('community', lang)} {body.community}",
        color=_COLORS[((body.community or 1) - 1) % len(_COLORS)],
        size=_LEAST + (_MOST - _LEAST) * body.hub,
        within=measures,
        hollow=not body.listed,
    )  # fmt: skip


def _closest(graph: "nx.Graph[str]") -> set[tuple[str, str]]:
    """The closest ties of each body, each once."""

    def ties_of(body: str) -> Iterator[tuple[str, str]]:
        neighbours = sorted(graph[body], key=lambda end: (-graph.edges[body, end]["weight"], end))
        return ((min(body, end), max(body, end)) for end in neighbours[:_CLOSEST])

    return {tie for body in graph for tie in ties_of(body)}
