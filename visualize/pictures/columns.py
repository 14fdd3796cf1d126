"""What hangs on what in a drawing, and its lines in columns, as a page is read: from the top down, then the next column."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from math import ceil, sqrt
from typing import Any

from dutygraph.visualize.pictures.layout import ROW, Point

Children = Mapping[str, Sequence[str]]
_WIDE, _IN = 372.0, 24.0
"""Width of a column, and how far a line stands to the right of what it hangs on."""
_ASPECT = 1.5
"""Width by height of a picture on a screen, or on a page that lies on its side."""


def hanging(
    roots: Iterable[str], nodes: Iterable[str], edges: Iterable[Mapping[str, Any]]
) -> dict[str, list[str]]:
    """Return what hangs on each node: everything on what is nearest to a root, in the order of the nodes."""
    order = {node: number for number, node in enumerate(nodes)}
    ties: dict[str, set[str]] = {node: set() for node in order}
    for edge in edges:
        if edge["from"] in ties and edge["to"] in ties:
            ties[edge["from"]].add(edge["to"])
            ties[edge["to"]].add(edge["from"])
    found: dict[str, list[str]] = {}
    waiting = deque(dict.fromkeys(roots))
    seen = set(waiting)
    while waiting:
        node = waiting.popleft()
        found[node] = sorted(ties[node] - seen, key=order.__getitem__)
        seen.update(found[node])
        waiting.extend(found[node])
    return found


def nearest(children: Children, most: int) -> dict[str, list[str]]:
    """Return the first ``most`` nodes of what ``hanging`` returns, those nearest to a root, with what hangs on each."""
    first = set(islice(children, most))
    return {
        node: [child for child in below if child in first]
        for node, below in children.items()
        if node in first
    }


def columns(roots: Iterable[str], children: Children) -> dict[str, Point]:
    """Place each node on a line of its own, in as many columns as make the whole as wide as a page."""
    lines: list[tuple[str, int]] = []
    waiting = [(root, 0) for root in reversed(list(roots))]
    while waiting:
        node, depth = waiting.pop()
        lines.append((node, depth))
        waiting += [(child, depth + 1) for child in reversed(children.get(node, ()))]
    count = max(1, round(sqrt(len(lines) * ROW * _ASPECT / _WIDE)))
    most = max(1, ceil(len(lines) / count))
    return {
        node: (number // most * _WIDE + depth * _IN, number % most * ROW)
        for number, (node, depth) in enumerate(lines)
    }


def lines_between(children: Children, places: Mapping[str, Point]) -> list[dict[str, Any]]:
    """Return a line from each node to what hangs on it, as far as they stand in one column."""
    return [
        {"from": node, "to": child, "title": ""}
        for node, below in children.items()
        for child in below
        if places[node][0] // _WIDE == places[child][0] // _WIDE
    ]
