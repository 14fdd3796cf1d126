"""A drawing as SVG at a zoom of 1, as it is printed: lines, dots, and the labels that have room."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dutygraph.visible import visible_in_xml
from dutygraph.visualize.pictures.drawing import Drawing
from dutygraph.visualize.pictures.labels import FONT, laid_labels
from dutygraph.visualize.rendering import environment

_MARGIN, _ROOM = 30, 240
"""Around the outermost dots, and for the labels beside them."""
_LOWEST = 200
"""Of a picture. In a wide window that is lower than 150 pixels, Chromium leaves out what stands below the first lines."""


@dataclass(frozen=True, slots=True)
class Svg:
    """A picture: its text, and its size in pixels."""

    text: str
    width: int
    height: int


def svg_of(drawing: Drawing) -> Svg:
    """Return a drawing as an SVG file with its title on top."""
    to_the_left = drawing.whole or any(node["side"] < 0 for node in drawing.nodes)
    left = min(node["x"] for node in drawing.nodes) - (_ROOM if to_the_left else _MARGIN)
    top = min(node["y"] for node in drawing.nodes) - 2 * _MARGIN
    width = max(node["x"] for node in drawing.nodes) + _ROOM - left
    height = max(max(node["y"] for node in drawing.nodes) + _MARGIN - top, _LOWEST)
    nodes = {node["id"]: {**node, "x": node["x"] - left, "y": node["y"] - top} for node in drawing.nodes}
    text = environment().get_template("picture.svg").render(
        title=drawing.title, width=width, height=height, font=FONT,
        lines=list(_lines(drawing, nodes)),
        dots=list(nodes.values()),
        labels=list(laid_labels(list(nodes.values()), drawing.edges, whole=drawing.whole)),
    )  # fmt: skip
    return Svg(visible_in_xml(text), round(width), round(height))


def _lines(drawing: Drawing, nodes: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for edge in drawing.edges:
        a, b = nodes[edge["from"]], nodes[edge["to"]]
        yield {"path": _path(a, b, whole=drawing.whole), "overlap": "overlap" in edge}


def _path(a: Mapping[str, Any], b: Mapping[str, Any], *, whole: bool) -> str:
    """A straight line in a network; else one that leaves and arrives level, and within a column goes round by the left."""
    if whole:
        return f"M{a['x']} {a['y']}L{b['x']} {b['y']}"
    if a["x"] == b["x"]:
        aside, middle = a["x"] - abs(b["y"] - a["y"]) / 3, (a["y"] + b["y"]) / 2
        return f"M{a['x']} {a['y']}Q{aside:g} {middle:g} {b['x']} {b['y']}"
    bend = (b["x"] - a["x"]) * 0.45
    return f"M{a['x']} {a['y']}C{a['x'] + bend:g} {a['y']} {b['x'] - bend:g} {b['y']} {b['x']} {b['y']}"
