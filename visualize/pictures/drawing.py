"""A part of the graph as the canvas of the explorer draws it: colours of the ontology, short labels, texts, findings."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dutygraph.bilingual import in_language
from dutygraph.graph.model import Edge, Node, Subgraph
from dutygraph.graph.ontology import ontology
from dutygraph.queries.explore.models import NodeFinding
from dutygraph.visualize.pictures.labels import cut
from dutygraph.visualize.pictures.layout import Point
from dutygraph.visualize.texts import Language
from dutygraph.visualize.wording import node_address, place, segment, short, source_address

IMPORTANCE = (
    "Department", "SharedMatter", "Topic", "Duty", "SupervisionRegime", "PublicService", "Rule", "DutyList", "Division",
    "Office", "SupervisionTarget", "LegalBasis", "Task",
)  # fmt: skip
"""Kinds in the order in which a picture keeps them when it cannot show all; kinds not named here come last."""
SIZES = {"Department": 11, "SharedMatter": 7, "Topic": 7, "Duty": 6}
SIZE = 5
LABEL = 16
"""Characters of a label; the whole text stands in the details."""
_RED, _UNREAD = "#b3261e", "#8fa3b8"
_BRIEF = 7
"""So wide is what stands there where a label has no room, in Chinese characters."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a picture shows. Nodes and edges are those of the canvas (``static/explorer/canvas.js``), with places.

    A node has ``text``, ``within``, ``place`` and ``findings`` for whoever presses on it, and the addresses of their pages.
    """

    title: str
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    total: int
    """Nodes there are; those not shown are the least important ones."""
    whole: bool = False
    """Whether it is a network, whose lines are straight and whose labels stand below; else it is read like a page."""

    @property
    def legend(self) -> list[tuple[str, str]]:
        """Each colour that occurs, and what it stands for, in the order in which nodes name them."""
        return list(dict.fromkeys((node["color"], node["kindName"]) for node in self.nodes))

    @property
    def shown(self) -> int:
        """Nodes that are drawn, without those that only group them."""
        return sum(node["shape"] == "node" for node in self.nodes)

    @property
    def scene(self) -> dict[str, Any]:
        """What the script of the canvas takes."""
        return {"nodes": self.nodes, "edges": self.edges, "whole": self.whole, "picked": []}


def drawn_nodes(
    part: Subgraph, findings: Mapping[str, Sequence[NodeFinding]], lang: Language
) -> list[dict[str, Any]]:
    """Return the nodes, the most important first; ``findings`` are those that concern each, by its id."""
    places = _places(part, lang)
    nodes = sorted((node for node in part.nodes if node.label != "Document"), key=_importance)
    return [_node(node, places.get(node.id, {}), findings.get(node.id, ()), lang) for node in nodes]


def plain_node(id_: str, kind: str, text: str, lang: Language, **more: Any) -> dict[str, Any]:
    """Return a node with the fields that all have; ``more`` are further fields, or other values of these."""
    known = ontology().node(kind)
    label = more.pop("label", short(text, LABEL))
    node = {
        "id": id_, "shape": "node", "kind": kind, "kindName": in_language(known, lang),
        "color": known.color, "label": label, "brief": cut(label, _BRIEF), "text": text, "within": "", "place": "",
        "source": "", "page": node_address(kind, id_), "findings": [], "size": SIZES.get(kind, SIZE), "hollow": False,
        "gap": False, "unread": False, "focused": True, "open": False, "side": 1, "rank": _rank(kind), **more,
    }  # fmt: skip
    return {**node, **_ink(node)}


def group_node(id_: str, kind: str, title: str, lang: Language, **more: Any) -> dict[str, Any]:
    """Return what stands for several nodes of a kind, as ``plain_node`` does; its title is never cut."""
    return plain_node(
        id_, kind, title, lang, **{"shape": "group", "label": title, "size": 4, "page": "", "rank": 1, **more}
    )


def where_read(source: str, locator: Mapping[str, Any], lang: Language) -> dict[str, str]:
    """Return in what document a node was read and where, in words and as an address."""
    return {"place": f"{source} · {place(locator, lang)}", "source": source_address(source, locator)}


def linked_findings(findings: Sequence[NodeFinding], lang: Language) -> list[dict[str, str]]:
    """Return the sentences of findings with the addresses of their pages."""
    return [
        {
            "text": in_language(one.sentence, lang),
            "page": f"/findings/{segment(one.id)}",
        }
        for one in findings
    ]


def drawn_edge(edge: Edge, lang: Language) -> dict[str, Any]:
    """Return an edge of the graph as a line."""
    kind = ontology().edge(edge.type)
    return {"from": edge.start.id, "to": edge.end.id, "title": in_language(kind, lang)}


def placed(nodes: Sequence[dict[str, Any]], places: Mapping[str, Point]) -> list[dict[str, Any]]:
    """Return the nodes that have a place, there; the label of one that stands left of the middle stands to its left."""
    return [
        {**node, "x": round(x), "y": round(y), "side": -1 if x < 0 else 1}
        for node in nodes
        if node["id"] in places
        for x, y in [places[node["id"]]]
    ]


def _ink(node: Mapping[str, Any]) -> dict[str, str]:
    """Its colours: white inside what is hollow, a red rim around what has a gap, pale where no list was read."""
    color = _UNREAD if node["unread"] else node["color"]
    hollow = node["hollow"] or node["shape"] == "more"
    return {"fill": "#fff" if hollow else color, "stroke": _RED if node["gap"] and not hollow else color}


def _rank(kind: str) -> int:
    """In which order labels get their room: bodies 0, groups 1, then the other kinds."""
    at = IMPORTANCE.index(kind) if kind in IMPORTANCE else len(IMPORTANCE)
    return at + 1 if at else 0


def _importance(node: Node) -> tuple[int, int]:
    position = node.properties.get("position")
    return _rank(node.label), position if isinstance(position, int) else 0


def _places(part: Subgraph, lang: Language) -> dict[str, dict[str, str]]:
    """Where each node was read."""
    sources = {node.id: str(node.properties["source"]) for node in part.nodes if node.label == "Document"}
    return {
        edge.start.id: where_read(sources[edge.end.id], json.loads(str(edge.properties["locator"])), lang)
        for edge in part.edges
        if edge.type == "EXTRACTED_FROM"
    }


def _node(
    node: Node, where: Mapping[str, str], findings: Sequence[NodeFinding], lang: Language
) -> dict[str, Any]:
    found = findings if node.label != "Department" else ()
    unread = node.label == "Department" and not node.properties.get("listed")
    return plain_node(
        node.id, node.label, _text(node), lang,
        label=short(_short(node, lang), LABEL),
        gap=bool(found),
        hollow=unread or any(finding.class_ == "orphan" for finding in found),
        unread=unread,
        findings=linked_findings(found, lang),
        **where,
    )  # fmt: skip


def _text(node: Node) -> str:
    """The text as printed; a Division's goes with the party it is given to, where both are printed."""
    values = node.properties
    caption = str(values.get(ontology().node(node.label).caption) or "")
    party = str(values.get("party") or "") if node.label == "Division" else ""
    return "：".join(filter(None, (party, caption)))


def _short(node: Node, lang: Language) -> str:
    """The name of a body within its region; a list by what it is, as it hangs on its body; any other text as it is."""
    if node.label == "DutyList":
        return in_language(ontology().node(node.label), lang)
    within = str(node.properties.get("key") or "").partition("（")[0] if node.label == "Department" else ""
    return within or _text(node)
