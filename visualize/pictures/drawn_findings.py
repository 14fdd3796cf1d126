"""Findings, topics and paths, drawn: what they are about, by body, to both sides of what it is."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dutygraph.bilingual import in_language
from dutygraph.graph.analysis.neighbourhood import PathLimits
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import bodies as bodies_of
from dutygraph.queries.catalogue.paths import paths_between
from dutygraph.queries.catalogue.pictures import part_of_graph
from dutygraph.queries.errors import ArgumentError
from dutygraph.queries.explore.node_findings import short_by_node
from dutygraph.queries.findings.models import Finding
from dutygraph.queries.findings.read.findings import finding_card
from dutygraph.queries.findings.read.topics import topic_card
from dutygraph.visualize.finding_groups import kind_title
from dutygraph.visualize.pictures import layout
from dutygraph.visualize.pictures.columns import hanging
from dutygraph.visualize.pictures.drawing import (
    LABEL,
    Drawing,
    drawn_edge,
    drawn_nodes,
    placed,
    plain_node,
    where_read,
)
from dutygraph.visualize.pictures.drawn_graph import among, concerned, long_labelled
from dutygraph.visualize.pictures.layout import Point
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import short

_LIMITS = PathLimits(hops=6, paths=5, shared=10)
_TITLE, _MOST = 60, 300
_LINES = 16
"""Lines that fill a screen when they are well apart."""


def finding_graph(store: GraphStore, id_: str, lang: Language) -> Drawing:
    """Draw what a finding is about; raises UnknownFindingError."""
    (finding,) = finding_card(store, id_).findings
    sentence = in_language(finding.sentence, lang)
    root = plain_node(finding.id, "Finding", sentence, lang, label=kind_title(finding.kind, lang), open=True)
    return _about(store, root, [finding], lang, _MOST)


def topic_graph(store: GraphStore, id_: str, lang: Language, most: int) -> Drawing:
    """Draw what the findings of a topic are about; raises UnknownFindingError."""
    card = topic_card(store, id_)
    topic = card.topics[0]
    sentence, title = (in_language(one, lang) for one in (topic.sentence, topic.title))
    root = plain_node(topic.id, "Topic", sentence, lang, label=title, open=True)
    return replace(_about(store, root, card.members, lang, most), title=title)


def path_graph(store: GraphStore, source: str, target: str, lang: Language) -> Drawing:
    """Draw the best paths between two nodes; raises UnknownNodeError, and ArgumentError when nothing ties them."""
    answer = paths_between(store, source, target, _LIMITS, "simple")
    names = (answer.source.name, answer.target.name)
    if not answer.paths:
        raise ArgumentError(
            zh=f"“{names[0]}”与“{names[1]}”之间没有 {_LIMITS.hops} 步以内的路径",
            en=f"there is no path of {_LIMITS.hops} steps or fewer between {names[0]!r} and {names[1]!r}",
        )
    steps = [step for path in answer.paths for step in path.steps]
    briefs = {node.id: node for step in steps for node in (step.start, step.end)}
    lines = [[answer.source.id, *(step.end.id for step in path.steps)] for path in answer.paths]
    short_names = {id_: body.short for id_, body in bodies_of(store).items()}
    nodes = [
        plain_node(
            one.id, one.kind.name, one.name, lang,
            label=short(short_names.get(one.id, one.name), LABEL),
            within=one.within or "",
            **(where_read(one.source, one.locator or {}, lang) if one.source else {}),
        )
        for one in briefs.values()
    ]  # fmt: skip
    edges = {
        (step.start.id, step.end.id): {
            "from": step.start.id, "to": step.end.id, "title": in_language(step.edge, lang),
        }
        for step in steps
    }  # fmt: skip
    title = text("graph_of_path", lang, source=names[0], target=names[1])
    return Drawing(title, placed(nodes, _apart(layout.paths(lines))), list(edges.values()), len(nodes))


def _about(
    store: GraphStore, root: dict[str, Any], findings: Sequence[Finding], lang: Language, most: int
) -> Drawing:
    """Draw the bodies on both sides of a finding or topic, and beside each what its list says.

    The line to a body whose overlap no list declares is red, with its score.
    """
    ids = concerned(findings)
    part = part_of_graph(store, "gaps", {"ids": ids})
    others = drawn_nodes(part, short_by_node(findings), lang)
    edges = [drawn_edge(edge, lang) for edge in part.edges if edge.type != "EXTRACTED_FROM"]
    bodies = [node["id"] for node in others if node["kind"] == "Department"]
    stated = hanging(bodies, [node["id"] for node in others], edges)
    below = {root["id"]: bodies, **{body: _stated_below(body, stated, set(ids)) for body in bodies}}
    overlaps = _undeclared(findings)
    lines = [
        {"from": one, "to": other, "title": "", **overlaps.get(other, {})}
        for one, some in below.items()
        for other in some
    ]
    left = bodies[::2] if len(bodies) > 1 else ()
    places = layout.tree([root["id"]], below, left, long_labelled([root, *others]))
    shown = placed([root, *others], _apart(places))
    return Drawing(short(root["text"], _TITLE), shown[:most], among(lines, shown[:most]), len(shown))


def _stated_below(body: str, stated: Mapping[str, Sequence[str]], ids: Collection[str]) -> list[str]:
    """Return what hangs on a body, at whatever depth, of these nodes."""
    below = [node for child in stated[body] for node in (child, *_stated_below(child, stated, ids))]
    return [node for node in below if node in ids]


def _apart(places: Mapping[str, Point]) -> dict[str, Point]:
    """Return the places of a picture of few lines with more room between these."""
    lines = len({y for _, y in places.values()})
    wider = min(2.2, max(1.0, _LINES / max(1, lines)))
    return {node: (x, y * wider) for node, (x, y) in places.items()}


def _undeclared(findings: Sequence[Finding]) -> Mapping[str, dict[str, str]]:
    """The highest score of an overlap without a declared boundary, by the bodies (ids) that it concerns."""
    scores: dict[str, float] = {}
    for one in findings:
        if one.boundary and one.boundary.answer == "none":
            for node in one.nodes:
                scores[node.department_id] = max(scores.get(node.department_id, 0.0), one.score)
    return {id_: {"overlap": f"{score:.2f}"} for id_, score in scores.items()}
