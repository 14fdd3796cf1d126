"""A view as the canvas draws it: colours and sizes of the ontology, short labels, and where every step leads."""

from collections.abc import Mapping
from typing import Any

from dutygraph.bilingual import in_language
from dutygraph.queries.explore.models import View, ViewEdge, ViewGroup, ViewNode, ViewRequest
from dutygraph.visualize.explorer.addresses import address, begun, closed, opened, removed, with_more
from dutygraph.visualize.explorer.places import MORE, children
from dutygraph.visualize.pictures.drawing import LABEL, group_node, linked_findings, plain_node, where_read
from dutygraph.visualize.pictures.layout import Point
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import short

_ORPHAN = "orphan"
GAPS = ("orphan", "gap", "boundary")
"""Classes of findings that say what is missing or unclear."""


def scene(view: View, places: Mapping[str, Point], wanted: ViewRequest, lang: Language) -> dict[str, Any]:
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


def name_of(node: ViewNode, lang: Language) -> str:
    """Return a node's name or text as printed; a topic's sentence in the language of the reader."""
    if node.kind.name == "Topic" and node.findings:
        return in_language(node.findings[0].sentence, lang)
    return node.name


def toggled(node: ViewNode, wanted: ViewRequest, *, whole: bool) -> str:
    """Return where a node leads when it is opened or closed."""
    if whole:
        return address(begun(wanted, node.id)) if node.kind.name != "Topic" else ""
    return address((closed if node.opened else opened)(wanted, node.id))


def group_toggled(group: ViewGroup, wanted: ViewRequest, *, whole: bool) -> str:
    """Return where a group leads when it is opened or closed."""
    if whole:
        return address(with_more(begun(wanted, group.of), group.key))
    return address((closed if group.shown else with_more)(wanted, group.key))


def _node(node: ViewNode, wanted: ViewRequest, lang: Language, *, whole: bool) -> dict[str, Any]:
    classes = {finding.class_ for finding in node.findings}
    stated = node.kind.name not in ("Department", "Topic")
    return plain_node(
        node.id, node.kind.name, name_of(node, lang), lang,
        label=_label(node, lang),
        within=node.within or "",
        hollow=stated and _ORPHAN in classes,
        gap=stated and not classes.isdisjoint(GAPS),
        unread=not node.listed,
        focused=not wanted.focus or node.in_focus(wanted.focus),
        open=node.opened,
        toggle=toggled(node, wanted, whole=whole),
        remove=address(removed(wanted, node.id)) if node.id in wanted.node else "",
        findings=linked_findings(node.findings, lang) if node.kind.name != "Topic" else [],
        **(where_read(node.source, node.locator or {}, lang) if node.source else {}),
    )  # fmt: skip


def _label(node: ViewNode, lang: Language) -> str:
    if node.title:
        return in_language(node.title, lang)
    return short(node.short, LABEL)


def _group(group: ViewGroup, wanted: ViewRequest, lang: Language, *, whole: bool) -> dict[str, Any]:
    title = f"{in_language(group.title, lang)} {group.count}"
    return group_node(
        group.key, group.kind.name, title, lang,
        kindName=in_language(group.edge, lang),
        open=group.shown > 0,
        toggle=group_toggled(group, wanted, whole=whole),
    )  # fmt: skip


def _more(group: ViewGroup, wanted: ViewRequest, lang: Language) -> dict[str, Any]:
    return group_node(
        f"{MORE}{group.key}", group.kind.name, text("explore_more", lang, count=group.count - group.shown), lang,
        kindName=in_language(group.edge, lang),
        shape="more",
        toggle=address(with_more(wanted, group.key)),
    )  # fmt: skip


def _edge(edge: ViewEdge, lang: Language) -> dict[str, Any]:
    drawn: dict[str, Any] = {
        "from": edge.start,
        "to": edge.end,
        "title": in_language(edge.edge, lang),
    }
    return {**drawn, "overlap": edge.overlap} if edge.overlap else drawn


def _sides(view: View, places: Mapping[str, Point]) -> dict[str, int]:
    """On which side of its dot a label stands: away from what it hangs on."""
    return {
        key: -1
        for parent, some in children(view).items()
        for key in some
        if parent is not None and places[key][0] < places[parent][0]
    }
