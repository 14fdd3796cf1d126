"""A drawing as SVG at a zoom of 1, as it is printed: lines, dots, and the labels that have room."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from unicodedata import east_asian_width

from dutygraph.visualize.drawing import IMPORTANCE, Drawing
from dutygraph.visualize.rendering import environment
from dutygraph.visualize.report.word import clean

_FONT = 13
_MARGIN, _ROOM = 30, 240
"""Around the outermost dots, and for the labels beside them."""
_RED = "#b3261e"


@dataclass(frozen=True, slots=True)
class Svg:
    """A picture: its text, and its size in pixels."""

    text: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class _Label:
    text: str
    x: float
    y: float
    width: float
    bold: bool
    red: bool = False

    def hits(self, other: "_Label") -> bool:
        return (
            abs(self.y - other.y) < _FONT + 2
            and self.x < other.x + other.width
            and other.x < self.x + self.width
        )


def svg_of(drawing: Drawing) -> Svg:
    """Return a drawing as an SVG file with its title on top."""
    left = min(node["x"] for node in drawing.nodes) - (
        _ROOM if any(n["side"] < 0 for n in drawing.nodes) else _MARGIN
    )
    top = min(node["y"] for node in drawing.nodes) - 2 * _MARGIN
    width = max(node["x"] for node in drawing.nodes) + _ROOM - left
    height = max(node["y"] for node in drawing.nodes) + _MARGIN - top
    nodes = {node["id"]: {**node, "x": node["x"] - left, "y": node["y"] - top} for node in drawing.nodes}
    text = environment().get_template("picture.svg").render(
        title=drawing.title, width=width, height=height, font=_FONT,
        lines=list(_lines(drawing, nodes)),
        dots=[_dot(node) for node in nodes.values()],
        labels=list(_labels(drawing, nodes)),
    )  # fmt: skip
    return Svg(clean(text), round(width), round(height))


def _lines(drawing: Drawing, nodes: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for edge in drawing.edges:
        a, b = nodes[edge["from"]], nodes[edge["to"]]
        bend = (b["x"] - a["x"]) * 0.45
        straight = f"M{a['x']} {a['y']}L{b['x']} {b['y']}"
        curve = f"M{a['x']} {a['y']}C{a['x'] + bend:g} {a['y']} {b['x'] - bend:g} {b['y']} {b['x']} {b['y']}"
        yield {"path": straight if drawing.whole else curve, "overlap": "overlap" in edge}


def _dot(node: Mapping[str, Any]) -> dict[str, Any]:
    color = "#8fa3b8" if node["unread"] else node["color"]
    return {
        "x": node["x"],
        "y": node["y"],
        "radius": round(node["size"], 1),
        "fill": "#fff" if node["hollow"] else color,
        "stroke": _RED if node["gap"] and not node["hollow"] else color,
        "square": node["shape"] != "node",
        "thick": node["hollow"] or node["gap"],
    }


def _labels(drawing: Drawing, nodes: Mapping[str, Any]) -> Iterator[_Label]:
    """Yield the labels that fit, those of the most important kinds first."""
    taken: list[_Label] = []
    order = {kind: number for number, kind in enumerate(IMPORTANCE)}
    for node in sorted(nodes.values(), key=lambda one: order.get(one["kind"], len(order))):
        label = _label(node, drawing.whole)
        if not any(label.hits(other) for other in taken):
            taken.append(label)
            yield label
    for edge in drawing.edges:
        if "overlap" in edge:
            a, b = nodes[edge["from"]], nodes[edge["to"]]
            x, y = (a["x"] + b["x"]) / 2, (a["y"] + b["y"]) / 2
            label = _Label(edge["overlap"], x, y + _FONT * 0.36, _width(edge["overlap"]), bold=True, red=True)
            if not any(label.hits(other) for other in taken):
                taken.append(label)
                yield label


def _label(node: Mapping[str, Any], whole: bool) -> _Label:
    bold = node["kind"] == "Department" or node["shape"] == "group"
    width = _width(node["label"])
    if whole and node["kind"] == "Department":
        return _Label(node["label"], node["x"] - width / 2, node["y"] + node["size"] + _FONT + 2, width, bold)
    x = node["x"] - node["size"] - 4 - width if node["side"] < 0 else node["x"] + node["size"] + 4
    return _Label(node["label"], x, node["y"] + _FONT * 0.36, width, bold)


def _width(text: str) -> float:
    return sum(_FONT if east_asian_width(character) in "WFA" else _FONT * 0.56 for character in text)
