"""Where the nodes and groups of a view stand."""

import re
from collections.abc import Mapping, Sequence

import networkx as nx

from dutygraph.queries.explore.district import owners
from dutygraph.queries.explore.models import View, ViewRequest
from dutygraph.visualize.pictures import layout
from dutygraph.visualize.pictures.layout import Point

_PIXELS = re.compile(r"-?\d{1,6}")
MORE = "more:"
"""Begins the key of what stands for the neighbours that are not shown yet."""


def places(view: View, wanted: ViewRequest) -> dict[str, Point]:
    """Return the places of all nodes and groups of a view; those that were put somewhere by hand stand there."""
    found = _district(view) if wanted.whole else _tree(view)
    return {**found, **{key: place for key, place in _pinned(wanted).items() if key in found}}


def children(view: View) -> Mapping[str | None, list[str]]:
    """Return what hangs on each node and group, in the order of reading; on None what hangs on nothing."""
    found: dict[str | None, list[str]] = {}
    for group in view.groups:
        found.setdefault(group.parent, []).append(group.key)
    for node in view.nodes:
        found.setdefault(node.parent, []).append(node.id)
    outer = {group.parent for group in view.groups}
    for group in view.groups:
        if 0 < group.shown < group.count and group.key not in outer:
            found.setdefault(group.key, []).append(f"{MORE}{group.key}")
    return found


def _tree(view: View) -> dict[str, Point]:
    below = children(view)
    trees = {key: some for key, some in below.items() if key is not None}
    wide = {node.id for node in view.nodes if node.kind.name not in ("Department", "Office")}
    if not view.paths:
        roots = below.get(None, [])
        return layout.tree(roots, trees, _left(view) if len(roots) == 1 else (), wide)
    found = layout.paths(view.paths)
    bottom = max(y for _, y in found.values()) + 3 * layout.ROW
    hanging = [key for key in below.get(None, []) if key in trees or key not in found]
    rest = layout.tree(hanging, trees, wide=wide)
    return {**{key: (x, y + bottom) for key, (x, y) in rest.items()}, **found}


def _left(view: View) -> set[str]:
    """What leads to the one root, and the bodies beside it, stand to its left."""
    towards = {edge.start for edge in view.edges for node in view.nodes[:1] if edge.end == node.id}
    return {group.key for group in view.groups if not group.forward or group.edge.name == "RELATED"} | towards


def _district(view: View) -> dict[str, Point]:
    things = owners(view)
    bodies: nx.Graph[str] = nx.Graph()
    bodies.add_nodes_from(node.id for node in view.nodes if node.id not in things)
    for ends in things.values():
        _tie(bodies, ends)
    for edge in view.edges:
        if edge.start in bodies and edge.end in bodies:
            _tie(bodies, (edge.start, edge.end))
    return layout.district(bodies, things)


def _tie(bodies: "nx.Graph[str]", ends: Sequence[str]) -> None:
    """Bodies that share a thing are tied, the less closely the more they are."""
    for at, a in enumerate(ends):
        for b in ends[at + 1 :]:
            if a in bodies and b in bodies:
                weight = bodies.get_edge_data(a, b, {"weight": 0.0})["weight"] + 1 / (len(ends) - 1)
                bodies.add_edge(a, b, weight=weight)


def _pinned(wanted: ViewRequest) -> dict[str, Point]:
    found: dict[str, Point] = {}
    for one in wanted.pin:
        place, _, key = one.partition("|")
        x, _, y = place.partition(",")
        if _PIXELS.fullmatch(x) and _PIXELS.fullmatch(y):
            found[key] = (float(x), float(y))
    return found
