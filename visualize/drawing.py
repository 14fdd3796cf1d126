"""From a part of the graph to a drawing: colours of the ontology, short labels, texts and places for a click."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from dutygraph.graph.model import Edge, Node, Subgraph
from dutygraph.graph.ontology import ontology
from dutygraph.queries.findings.models import Finding
from dutygraph.visualize.texts import Language
from dutygraph.visualize.wording import place, short

_IMPORTANCE = (
    "Department", "SharedMatter", "Duty", "SupervisionRegime", "PublicService", "Rule", "DutyList", "Division",
    "Office", "SupervisionTarget", "LegalBasis", "Task",
)  # fmt: skip
"""Kinds in the order in which a picture keeps them when it cannot show all; kinds not named here come last."""
_SIZES = {"Department": 30, "SharedMatter": 22, "Duty": 20, "DutyList": 20, "Office": 15}
_SIZE = 12
"""Kinds with a size of their own have labels; the text of the others shows on hovering, or the picture drowns in it."""
_MARKED = 17
"""At least so large is a node with a thick border, or its own colour would not be seen."""
LINE, LABEL = 8, 16
"""Characters of a label in one line, and in all."""
_GAP = "#b3261e"
_NOWHERE = {"source": None, "place": None}
OPTIONS: Mapping[str, Any] = {
    "layout": {"randomSeed": 7, "improvedLayout": False},
    "nodes": {"font": {"size": 17, "color": "#1d2733", "strokeWidth": 3, "strokeColor": "#ffffff"}},
    "edges": {
        "color": {"color": "#b6c0ca", "highlight": "#1f4e79"},
        "arrows": {"to": {"scaleFactor": 0.45}},
        "smooth": False,
    },
    "interaction": {"hover": True, "keyboard": {"enabled": True, "bindToWindow": False}, "tooltipDelay": 150},
    "physics": {
        "solver": "forceAtlas2Based",
        "forceAtlas2Based": {"gravitationalConstant": -70, "springLength": 80, "avoidOverlap": 0.3},
        "stabilization": {"iterations": 250},
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a template needs to draw and to list a part of the graph; nodes, edges and options are those of vis-network.

    A node has besides ``kind``, ``name`` (the kind in words), ``text``, ``findings`` (sentences), ``source`` and ``place``.
    """

    title: str
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    options: Mapping[str, Any]
    legend: list[tuple[str, str]]
    """Each colour that occurs, and what it stands for."""
    total: int
    """Nodes there are; those not shown are the least important ones."""


def draw(
    part: Subgraph, title: str, findings: Mapping[str, Sequence[Finding]], lang: Language, most: int
) -> Drawing:
    """Return a drawing of at most ``most`` nodes; ``findings`` are those that concern each node, by its id."""
    places = _places(part, lang)
    nodes = sorted((node for node in part.nodes if node.label != "Document"), key=_importance)
    drawn = {node.id: node for node in nodes[:most]}
    kinds = {node.label for node in drawn.values()}
    return Drawing(
        title=title,
        nodes=[
            _node(node, places.get(node.id, _NOWHERE), findings.get(node.id, ()), lang)
            for node in drawn.values()
        ],
        edges=[_edge(edge, lang) for edge in part.edges if edge.start.id in drawn and edge.end.id in drawn],
        options=OPTIONS,
        legend=[
            (kind.color, kind.zh if lang == "zh" else kind.en)
            for kind in ontology().nodes.values()
            if kind.name in kinds
        ],
        total=len(nodes),
    )


def _importance(node: Node) -> tuple[int, int]:
    rank = _IMPORTANCE.index(node.label) if node.label in _IMPORTANCE else len(_IMPORTANCE)
    position = node.properties.get("position")
    return rank, position if isinstance(position, int) else 0


def _places(part: Subgraph, lang: Language) -> dict[str, Mapping[str, str | None]]:
    """Where each node was read: source and place in words."""
    sources = {node.id: str(node.properties["source"]) for node in part.nodes if node.label == "Document"}
    return {
        edge.start.id: {
            "source": sources[edge.end.id],
            "place": place(json.loads(str(edge.properties["locator"])), lang),
        }
        for edge in part.edges
        if edge.type == "EXTRACTED_FROM"
    }


def _node(
    node: Node, where: Mapping[str, str | None], findings: Sequence[Finding], lang: Language
) -> dict[str, Any]:
    kind = ontology().node(node.label)
    name = kind.zh if lang == "zh" else kind.en
    text = _text(node)
    gap = bool(findings) and node.label != "Department"
    orphan = gap and any(finding.class_ == "orphan" for finding in findings)
    return {
        "id": node.id,
        "label": "\n".join(wrap(short(text, LABEL), LINE)) if gap or node.label in _SIZES else " ",
        "shape": "dot",
        "title": f"{name} · {short(text, 60)}",
        "color": {"background": kind.color, "border": _GAP if gap else kind.color},
        "size": max(_SIZES.get(node.label, _SIZE), _MARKED if gap else 0),
        "borderWidth": 4 if gap else 1,
        "shapeProperties": {"borderDashes": [7, 4] if orphan else False},
        "kind": node.label,
        "name": name,
        "text": text,
        "findings": [finding.sentence.zh if lang == "zh" else finding.sentence.en for finding in findings],
        **where,
    }


def _text(node: Node) -> str:
    """The text as printed; a Division's goes with the party it is given to."""
    values = node.properties
    caption = str(values.get(ontology().node(node.label).caption) or "")
    return f"{values.get('party') or ''}：{caption}" if node.label == "Division" else caption


def _edge(edge: Edge, lang: Language) -> dict[str, Any]:
    kind = ontology().edge(edge.type)
    title = kind.zh if lang == "zh" else kind.en
    return {"from": edge.start.id, "to": edge.end.id, "title": title, "arrows": "to"}
