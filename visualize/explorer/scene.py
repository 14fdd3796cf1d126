"""A view as the canvas draws it: colours and sizes of the ontology, short labels, and where every step leads."""

from collections.abc import Mapping
from typing import Any

from dutygraph.graph.ontology import ontology
from dutygraph.queries.explore.models import View, ViewEdge, ViewGroup, ViewNode, Wanted
from dutygraph.visualize.explorer.addresses import address, begun, closed, opened, removed, with_more
from dutygraph.visualize.explorer.places import MORE, children
from dutygraph.visualize.layout import Point
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import node_address, place, segment, short, source_address

_SIZES = {"Department": 11, "SharedMatter": 7, "Topic": 7, "Duty": 6}
_SIZE = 5
_LABEL = 16
_ORPHAN = "orphan"
GAPS = ("orphan", "gap", "boundary")
"""Classes of findings that say what is missing or unclear."""


def scene(view: View, places: Mapping[str, Point], wanted: Wanted, lang: Language) -> dict[str, Any]:
    """Return what the script draws: nodes, groups among them, with places and addresses, and edges."""
    whole = wanted.whole
    sides = _sides(view, places)
    nodes = [_node(node, wanted, lang, whole=whole) for node in view.nodes]
    nodes += [_group(group, wanted, lang, whole=whole) for group in view.groups]
    nodes += [_more(group, wanted, lang) for group in view.groups if f"{MORE}{group.key}" in places]
    pinned = {one.partition("|")[2] for one in wanted.pin}
    for node in nodes:
        x, y = places[node["id"]]
        node |= {
            "x": round(x),
            "y": round(y),
            "side": sides.get(node["id"], 1),
            "pinned": node["id"] in pinned,
        }
    return {
        "nodes": nodes,
        "edges": [
            *(_edge(edge, lang) for edge in view.edges),
            *(
                {"from": node["id"][len(MORE) :], "to": node["id"], "title": ""}
                for node in nodes
                if node["shape"] == "more"
            ),
        ],
        "whole": whole,
        "paths": bool(view.paths),
        "picked": list(wanted.node),
    }


def page_of(node: ViewNode) -> str:
    """Return the address of the page about a node."""
    return (
        f"/topics/{segment(node.id)}" if node.kind.name == "Topic" else node_address(node.kind.name, node.id)
    )


def name_of(node: ViewNode, lang: Language) -> str:
    """Return a node's name or text as printed; a topic's sentence in the language of the reader."""
    if node.kind.name == "Topic" and node.findings:
        return node.findings[0].sentence.zh if lang == "zh" else node.findings[0].sentence.en
    return node.name


def toggled(node: ViewNode, wanted: Wanted, *, whole: bool) -> str:
    """Return where a node leads when it is opened or closed."""
    if whole:
        return address(begun(wanted, node.id)) if node.kind.name != "Topic" else ""
    return address((closed if node.opened else opened)(wanted, node.id))


def group_toggled(group: ViewGroup, wanted: Wanted, *, whole: bool) -> str:
    """Return where a group leads when it is opened or closed."""
    if whole:
        return address(with_more(begun(wanted, group.of), group.key))
    return address((closed if group.shown else with_more)(wanted, group.key))


def _node(node: ViewNode, wanted: Wanted, lang: Language, *, whole: bool) -> dict[str, Any]:
    classes = {finding.class_ for finding in node.findings}
    stated = node.kind.name not in ("Department", "Topic")
    name = name_of(node, lang)
    told = f"{node.source} · {place(node.locator, lang)}" if node.source else ""
    return {
        "id": node.id,
        "shape": "node",
        "kind": node.kind.name,
        "kindName": node.kind.zh if lang == "zh" else node.kind.en,
        "color": ontology().node(node.kind.name).color,
        "label": short(node.short if node.kind.name != "Topic" else name, _LABEL),
        "text": name,
        "within": node.within or "",
        "size": _SIZES.get(node.kind.name, _SIZE),
        "hollow": stated and _ORPHAN in classes,
        "gap": stated and not classes.isdisjoint(GAPS),
        "unread": not node.listed,
        "focused": not wanted.focus or node.in_focus(wanted.focus),
        "open": node.opened,
        "page": page_of(node),
        "toggle": toggled(node, wanted, whole=whole),
        "remove": address(removed(wanted, node.id)) if node.id in wanted.node else "",
        "place": told,
        "source": source_address(node.source, node.locator) if node.source else "",
        "findings": [
            {
                "text": finding.sentence.zh if lang == "zh" else finding.sentence.en,
                "page": f"/findings/{segment(finding.id)}",
            }
            for finding in node.findings
            if node.kind.name != "Topic"
        ],
    }


def _group(group: ViewGroup, wanted: Wanted, lang: Language, *, whole: bool) -> dict[str, Any]:
    title = group.title.zh if lang == "zh" else group.title.en
    return {
        "id": group.key,
        "shape": "group",
        "kind": group.kind.name,
        "kindName": group.edge.zh if lang == "zh" else group.edge.en,
        "color": ontology().node(group.kind.name).color,
        "label": f"{title} {group.count}",
        "text": f"{title} {group.count}",
        "size": 4,
        "focused": True,
        "open": group.shown > 0,
        "toggle": group_toggled(group, wanted, whole=whole),
        "findings": [],
    }


def _more(group: ViewGroup, wanted: Wanted, lang: Language) -> dict[str, Any]:
    words = text("explore_more", lang, count=group.count - group.shown)
    return {
        **_group(group, wanted, lang, whole=False),
        "id": f"{MORE}{group.key}",
        "shape": "more",
        "label": words,
        "text": words,
        "open": False,
        "toggle": address(with_more(wanted, group.key)),
    }


def _edge(edge: ViewEdge, lang: Language) -> dict[str, Any]:
    told: dict[str, Any] = {
        "from": edge.start,
        "to": edge.end,
        "title": edge.edge.zh if lang == "zh" else edge.edge.en,
    }
    return {**told, "overlap": edge.overlap} if edge.overlap else told


def _sides(view: View, places: Mapping[str, Point]) -> dict[str, int]:
    """On which side of its dot a label stands: away from what it hangs on."""
    return {
        key: -1
        for parent, some in children(view).items()
        for key in some
        if parent is not None and places[key][0] < places[parent][0]
    }
