"""Where nodes stand in a picture: a tree that reads like a page, a path, and a district around its departments.

Positions are in pixels at a zoom of 1, made on the server and the same each time; no browser has to move anything.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import networkx as nx

Point = tuple[float, float]
Places = np.ndarray[tuple[int, int], np.dtype[np.float64]]
"""One point a row."""
ROW = 30.0
"""Height of a line of a tree: a label of 13 pixels with air around it."""
COLUMN, WIDE = 185.0, 260.0
"""From one level of a tree to the next: a dot and a label of 9 characters, or a long one of 16."""
CELL = 46.0
"""Room of one thing in a district."""
_SCREEN = (1.35, 0.75)
"""A screen is wider than high."""
_STEPS = 150
_CLOSEST = 3
"""So many ties of each body pull: in a district nearly everybody is tied to everybody, and all would pull it into a ball."""


def tree(
    roots: Iterable[str],
    children: Mapping[str, Sequence[str]],
    left: Collection[str] = (),
    wide: Collection[str] = (),
) -> dict[str, Point]:
    """Place trees below one another: each level a column, each leaf a line of its own, what is above in their middle.

    The children of a root that are in ``left`` grow to the left of it; what is in ``wide`` has a long label.
    """
    growing = _Growing(children, frozenset(wide))
    places = growing.places
    top = 0.0
    for root in roots:
        if root in places:
            continue
        places[root] = (0.0, top)  # taken, so that a ring ends
        sides = {sign: [c for c in children.get(root, ()) if (c in left) is (sign < 0)] for sign in (1, -1)}
        ends = {sign: growing.grow(sides[sign], sign, growing.step(root), top) for sign in sides}
        bottom = max(top + ROW, *ends.values())
        for sign, side in sides.items():
            growing.shift(side, (bottom - ends[sign]) / 2)
        places[root] = (0.0, (top + bottom - ROW) / 2)
        top = bottom + ROW
    return places


class _Growing:
    """Trees in the making."""

    def __init__(self, children: Mapping[str, Sequence[str]], wide: Collection[str]) -> None:
        self._children, self._wide = children, wide
        self.places: dict[str, Point] = {}

    def step(self, node: str) -> float:
        """How far its children stand from a node."""
        return WIDE if node in self._wide else COLUMN

    def grow(self, nodes: Sequence[str], side: int, far: float, top: float) -> float:
        """Place nodes so far to a side, with all that hangs on them, from the top downwards; return where they end."""
        for node in nodes:
            if node in self.places:
                continue
            self.places[node] = (side * far, top)  # taken, so that a ring ends
            end = self.grow(self._children.get(node, ()), side, far + self.step(node), top)
            self.places[node] = (side * far, top + max(0.0, end - top - ROW) / 2)
            top = max(end, top + ROW)
        return top

    def shift(self, nodes: Sequence[str], down: float) -> None:
        """Move nodes down, with all that hangs on them."""
        waiting, seen = list(nodes), set[str]()
        while down and waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                x, y = self.places[node]
                self.places[node] = (x, y + down)
                waiting += self._children.get(node, ())


def paths(found: Sequence[Sequence[str]]) -> dict[str, Point]:
    """Place paths between two nodes below one another, from left to right; what several share stands once."""
    places: dict[str, Point] = {}
    longest = max(map(len, found), default=0)
    for line, path in enumerate(found):
        for step, node in enumerate(path):
            x = step * WIDE * (longest - 1) / max(1, len(path) - 1)
            places.setdefault(node, (x, line * 2 * ROW))
    for node in {path[end] for path in found for end in (0, -1)}:
        places[node] = (places[node][0], (len(found) - 1) * ROW)
    return places


def district(bodies: "nx.Graph[str]", things: Mapping[str, Sequence[str]]) -> dict[str, Point]:
    """Place bodies by their closest ties (``weight``), and each thing beside or between the bodies whose it is.

    No two stand in one place; where it is full a thing stands as near as there is room.
    """
    size = CELL * (len(things) + 9 * len(bodies)) ** 0.5 / 2
    cells = _Cells(3 * (len(things) + 9 * len(bodies)))
    places: dict[str, Point] = {}
    names = sorted(bodies, key=lambda body: (-bodies.degree(body, weight="weight"), body))
    wanted = _springs(bodies) * size * np.array(_SCREEN)
    at = {body: wanted[number] for number, body in enumerate(sorted(bodies))}
    for body in names:
        places[body] = cells.nearest(at[body], around=1)
    for thing, owners in sorted(things.items(), key=lambda one: (len(one[1]), one[1], one[0])):
        known = [places[owner] for owner in owners if owner in places]
        middle = np.mean(known, axis=0) if known else np.array((0.0, size))
        places[thing] = cells.nearest(middle, around=0)
    return places


def _springs(bodies: "nx.Graph[str]") -> Places:
    """Return places in the unit circle, in the order of the names (Fruchterman and Reingold 1991), the start on a spiral."""
    names = sorted(bodies)
    number = {name: at for at, name in enumerate(names)}
    turns = np.arange(len(names)) * 2.399963  # the golden angle
    places = np.sqrt((np.arange(len(names)) + 0.5) / max(1, len(names)))[:, None] * np.stack(
        (np.cos(turns), np.sin(turns)), axis=1
    )
    pull = np.zeros((len(names), len(names)))
    for a, b in _closest(bodies):
        pull[number[a], number[b]] = pull[number[b], number[a]] = 1.0
    ideal = (1 / max(1, len(names))) ** 0.5
    for step in range(_STEPS if len(names) > 1 else 0):
        apart = places[:, None] - places[None]
        far = np.maximum(np.linalg.norm(apart, axis=2), 0.01)
        force = ideal**2 / far**2 - pull * far / ideal
        move = (apart * force[..., None]).sum(axis=1) - places * ideal * 2
        length = np.maximum(np.linalg.norm(move, axis=1), 0.01)
        places = places + move * (np.minimum(length, 0.1 * (1 - step / _STEPS)) / length)[:, None]
    scaled: Places = places / max(1e-9, np.abs(places).max(initial=0))
    return scaled


def _closest(bodies: "nx.Graph[str]") -> Iterator[tuple[str, str]]:
    for body in bodies:
        ties = sorted(bodies[body], key=lambda other: (-bodies.edges[body, other].get("weight", 1), other))
        yield from ((body, other) for other in ties[:_CLOSEST])


class _Cells:
    """Cells of a grid around the middle, each given once."""

    def __init__(self, most: int) -> None:
        self._half = int(most**0.5) // 2 + 3
        span = np.arange(-self._half, self._half + 1, dtype=np.float32)
        self._x, self._y = span[:, None], span[None, :]
        self._free = np.zeros((2, len(span), len(span)), dtype=np.float32)
        """For things, and for bodies, which keep apart: 0, or infinite where nothing more can stand."""

    def nearest(self, wanted: Iterable[float], around: int) -> Point:
        """Take the free cell nearest to a place, with its neighbours ``around``; return its middle."""
        x, y = (value / CELL for value in wanted)
        far = (self._x - np.float32(x)) ** 2 + (self._y - np.float32(y)) ** 2 + self._free[around]
        column, row = (int(at) for at in np.unravel_index(np.argmin(far), far.shape))
        for one in (0, 1):
            reach = around + one
            sides = (slice(max(0, at - reach), at + reach + 1) for at in (column, row))
            self._free[(one, *sides)] = np.inf
        return float(column - self._half) * CELL, float(row - self._half) * CELL
