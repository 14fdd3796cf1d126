"""Dependency paths between two nodes, step by step with text and place, each read aloud in a sentence."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, Field

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.neighbourhood import PathLimits, PathStep
from dutygraph.graph.analysis.paths import Which, find_paths
from dutygraph.graph.model import Ref
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.nodes import NodeBrief, Term, described, find_node, term
from dutygraph.queries.versions import data_version
from dutygraph.visible import shortened

_SAID = 40
"""Characters of a text in a sentence."""


class PathEdge(BaseModel):
    """A step: the edge, whether it points along the path, and the statement that says so, as printed, with its place."""

    start: NodeBrief
    edge: Term
    forward: bool
    end: NodeBrief
    text: str | None = None
    statement: str | None = None
    source: str | None = None
    locator: dict[str, Any] | None = None


class DependencyPath(BaseModel):
    """A path, and what it says in a sentence."""

    sentence: Bilingual
    steps: list[PathEdge]


class PathsAnswer(BaseModel):
    """Paths between two nodes, the best first."""

    source: NodeBrief
    target: NodeBrief
    which: Which
    hops: int
    paths: list[DependencyPath]
    cut: bool = Field(
        description="图太大，未全部查找 / the search ended before everything near was looked at"
    )
    data_version: str


def paths_between(
    store: GraphStore, source: str, target: str, limits: PathLimits, which: Which
) -> PathsAnswer:
    """Return the paths between two nodes, named by id or name.

    Raises UnknownNodeError, AmbiguousNameError, and OntologyError for edges that there are not.
    """
    a, b = (find_node(store, text) for text in (source, target))
    found, cut = find_paths(store, Ref(a.kind, a.id), Ref(b.kind, b.id), limits, which)
    nodes = described(store, [a.id, b.id, *(step.end for path in found for step in path)])
    return PathsAnswer(
        source=nodes[a.id],
        target=nodes[b.id],
        which=which,
        hops=limits.hops,
        paths=[_path(path, nodes) for path in found if all(step.end in nodes for step in path)],
        cut=cut,
        data_version=data_version(store),
    )


def _path(path: Sequence[PathStep], nodes: Mapping[str, NodeBrief]) -> DependencyPath:
    steps = [_edge(step, nodes) for step in path]
    return DependencyPath(sentence=sentence_of(steps), steps=steps)


def _edge(step: PathStep, nodes: Mapping[str, NodeBrief]) -> PathEdge:
    ends = (nodes[step.start], nodes[step.end])
    tail, head = ends if step.forward else ends[::-1]
    stating = next((node for node in (tail, head) if node.source), None)
    stated = {"text": stating.name, "statement": stating.id, "source": stating.source} if stating else {}
    place = json.loads(step.locator) if step.locator else stating.locator if stating else None
    return PathEdge(
        start=ends[0], edge=term(step.type), forward=step.forward, end=ends[1], locator=place, **stated
    )


def sentence_of(steps: Sequence[PathEdge]) -> Bilingual:
    """Return what a path says: each step goes on from where the one before has come to."""
    zh, en = _called(steps[0].start)
    zh_parts, en_parts = [], []
    for number, step in enumerate(steps):
        kind = ontology().edge(step.edge.name)
        phrase = kind.forth if step.forward else kind.back
        if phrase is None:
            raise ValueError(f"{kind.name} is no edge that paths lead over")
        there = _called(step.end)
        zh_parts.append(f"{f'该{step.start.kind.zh}' if number else zh}{phrase.zh.format(there[0])}")
        en_parts.append(f"{'which' if number else en} {phrase.en.format(there[1])}")
    return Bilingual("；".join(zh_parts) + "。", ", ".join(en_parts) + ".")


def _called(node: NodeBrief) -> tuple[str, str]:
    """What a node is called in a sentence, in both languages."""
    name = shortened(" ".join(node.name.split()), _SAID)
    if node.kind.name in ("Department", "Region"):
        return name, name
    if node.kind.name == "LegalBasis":
        return f"《{name}》", f"《{name}》"
    return f"{node.kind.zh}“{name}”", f"the {node.kind.en.lower()} “{name}”"
