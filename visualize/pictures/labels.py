"""Labels of a picture at a zoom of 1: as many as have room, the important ones first, none over another or over a dot.

``static/explorer/labels.js`` does the same at any zoom. Both are needed: files are written where no browser is, and the
browser lays labels anew for each move, also in files that no server is behind. ``tests/browser/test_pictures.py``
compares them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import east_asian_width

import numpy as np

FONT = 13
_NARROW = 0.56
"""Width of a Latin letter or digit in a font whose Chinese characters are 1 wide: a mean."""
_NODE_PLATE, _EDGE_PLATE = 12, 10
"""Pixels that a plate is wider than its text."""


@dataclass(frozen=True, slots=True)
class LaidLabel:
    """A text and the box that it takes, in pixels; on a plate of white, or red for the number on an edge."""

    text: str
    x: float
    y: float
    width: float
    height: float
    bold: bool = False
    plate: bool = False
    red: bool = False


def width_of(text: str) -> float:
    """Return how wide a text is, in Chinese characters."""
    return sum(1 if east_asian_width(character) in "WFA" else _NARROW for character in text)


def cut(text: str, wide: float) -> str:
    """Return the start of a text so wide, with an ellipsis where there is more."""
    if width_of(text) <= wide + 1:
        return text
    end = next(at for at in range(len(text), -1, -1) if width_of(text[:at]) <= wide)
    return f"{text[:end]}…"


def laid_labels(
    nodes: Sequence[Mapping[str, Any]], edges: Sequence[Mapping[str, Any]], *, whole: bool
) -> Iterator[LaidLabel]:
    """Yield the labels that have room, of nodes with places and then of edges that carry a number."""
    dots, bodies, taken = _Boxes(), _Boxes(), _Boxes()
    for node in nodes:
        size = node["size"]
        box = (node["x"] - size, node["y"] - size, 2 * size, 2 * size)
        dots.add(box, node["id"])
        if node["kind"] == "Department":
            bodies.add(box, node["id"])
    for node in by_importance(nodes, edges):
        for text, obstacles in _attempts(node, dots, bodies):
            label = _free(node, text, (taken, obstacles), whole=whole)
            if label:
                taken.add((label.x, label.y, label.width, label.height))
                yield label
                break
    places = {node["id"]: (node["x"], node["y"]) for node in nodes}
    for edge in edges:
        if "overlap" in edge:
            label = _on_edge(edge["overlap"], places[edge["from"]], places[edge["to"]], whole=whole)
            box = (label.x, label.y, label.width, label.height)
            if not taken.hit(box):
                taken.add(box)
                yield label


def by_importance(
    nodes: Iterable[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """Return nodes in the order in which they get their labels: those with most edges first among their like."""
    degree: dict[str, int] = {}
    for edge in edges:
        for end in (edge["from"], edge["to"]):
            degree[end] = degree.get(end, 0) + 1
    return sorted(nodes, key=lambda node: (not node["focused"], node["rank"], -degree.get(node["id"], 0)))


def middle_of(a: tuple[float, float], b: tuple[float, float], *, whole: bool) -> tuple[float, float]:
    """Return the middle of the line between two places, which is bent to the left within a column."""
    bent = a[0] == b[0] and not whole
    return (a[0] - abs(b[1] - a[1]) / 6 if bent else (a[0] + b[0]) / 2), (a[1] + b[1]) / 2


def _attempts(node: Mapping[str, Any], dots: "_Boxes", bodies: "_Boxes") -> Iterator[tuple[str, "_Boxes"]]:
    """A body has its name even over small dots; what else is long has a shorter one where it is narrow."""
    yield node["label"], dots
    if node["shape"] == "node":
        yield (node["label"], bodies) if node["kind"] == "Department" else (node["brief"], dots)


def _free(
    node: Mapping[str, Any], text: str, obstacles: "tuple[_Boxes, _Boxes]", *, whole: bool
) -> LaidLabel | None:
    bold = node["kind"] == "Department" and node["shape"] == "node"
    plate = bold or node["shape"] != "node" or node["open"]
    width, height = width_of(text) * FONT + (_NODE_PLATE if plate else 2), FONT + (5 if plate else 3)
    for x, y in _spots(node, width, height, below=whole and bold, whole=whole):
        if not any(boxes.hit((x, y, width, height), node["id"]) for boxes in obstacles):
            return LaidLabel(text, x, y, width, height, bold, plate)
    return None


def _spots(
    node: Mapping[str, Any], width: float, height: float, *, below: bool, whole: bool
) -> list[tuple[float, float]]:
    """Where a label may stand, the best place first: beside its dot, in a district on either side; a body's below."""
    x, y, size = node["x"], node["y"], node["size"]
    if below:
        return [(x - width / 2, y + size + 3), (x - width / 2, y - size - 3 - height)]
    right, left = (x + size + 4, y - height / 2), (x - size - 4 - width, y - height / 2)
    return [right, left] if whole else [left if node["side"] < 0 else right]


def _on_edge(text: str, a: tuple[float, float], b: tuple[float, float], *, whole: bool) -> LaidLabel:
    width, height = width_of(text) * FONT + _EDGE_PLATE, FONT + 5
    x, y = middle_of(a, b, whole=whole)
    return LaidLabel(text, x - width / 2, y - height / 2, width, height, bold=True, plate=True, red=True)


class _Boxes:
    """Boxes (left, top, width, height), some with the node that they belong to."""

    def __init__(self) -> None:
        self._edges = np.empty((64, 4))
        self._owners: list[str] = []

    def add(self, box: tuple[float, float, float, float], owner: str = "") -> None:
        """Take the room of a box."""
        if len(self._owners) == len(self._edges):
            self._edges = np.concatenate((self._edges, np.empty_like(self._edges)))
        x, y, width, height = box
        self._edges[len(self._owners)] = (x, x + width, y, y + height)
        self._owners.append(owner)

    def hit(self, box: tuple[float, float, float, float], own: str = "\0") -> bool:
        """Whether a box meets one of these, its own apart."""
        x, y, width, height = box
        left, right, top, bottom = self._edges[: len(self._owners)].T
        met = np.flatnonzero((x < right) & (left < x + width) & (y < bottom) & (top < y + height))
        return any(self._owners[at] != own for at in met)
