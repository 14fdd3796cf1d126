"""From the graphs of single regions to the whole: what lies between them is found, and each node and edge is kept once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from typing import TYPE_CHECKING

from dutygraph.graph.analysis.peers import Lack, PeersCompared, answers, compare_peers
from dutygraph.graph.analysis.slips.compare_citations import compared, compared_by
from dutygraph.graph.identity import digest
from dutygraph.graph.model import Edge, Node, Subgraph
from dutygraph.graph.store.values import Row
from dutygraph.queries.findings.update.versions import Versions
from dutygraph.queries.regions.between import find_between, united
from dutygraph.queries.regions.cluster import kept
from dutygraph.queries.regions.reading import SHARED, RegionGraph, surroundings

if TYPE_CHECKING:
    from pyspark import RDD

_TOGETHER = 2000
"""So many edges between regions are told in one small graph."""
_SAYS = {"Duty": "text", "Task": "text", "PublicService": "name", "SharedMatter": "matter"}
"""The property with what a statement says that may answer a lack (``repeats/region_statements.py``)."""

Piece = tuple[str, Subgraph]
"""Something that is needed to find what lies between regions, and the name of the small graph that needs it."""


def joined(graphs: "RDD[RegionGraph]") -> "tuple[RDD[Node], RDD[Edge]]":
    """Find what regions have between them, and return all nodes and edges of all regions, each once."""
    context, parallel = graphs.context, graphs.context.defaultParallelism
    computation, versions = _computation(graphs)
    found: list[Edge] = graphs.flatMap(_by_what_they_share).groupByKey(parallel).flatMap(_compared).collect()
    peers = _peers_compared(graphs)
    found += _lacks(graphs, peers)
    small = _by_graph(found)
    pieces = context.union([
        graphs.map(_of_root),
        graphs.flatMap(partial(_around, small=small)),
        context.parallelize([(name, Subgraph(edges=edges)) for name, edges in small.items()], 1),
    ])  # fmt: skip
    between = pieces.groupByKey(parallel).map(partial(_between, versions=versions))
    parts = context.union([graphs.map(partial(_alone, cut=_cut(peers))), kept(between)])
    nodes = parts.flatMap(lambda part: part.nodes).map(partial(_dated, version=versions.data))
    edges = parts.flatMap(lambda part: part.edges)
    shared = edges.filter(_is_shared).keyBy(lambda edge: (edge.type, edge.start.id, edge.end.id))
    return (
        context.union([
            nodes.keyBy(lambda node: (node.label, node.id)).reduceByKey(united, parallel).values(),
            context.parallelize([computation, *_letters(graphs)], 1),
        ]),
        context.union([
            edges.filter(lambda edge: not _is_shared(edge)),
            shared.reduceByKey(lambda one, _: one, parallel).values(),
            context.parallelize(found, 1),
        ]),
    )  # fmt: skip


def _computation(graphs: "RDD[RegionGraph]") -> tuple[Node, Versions]:
    """Return what all findings rest on, as a graph with all lists would say it."""
    lists = sorted(graphs.flatMap(_published).collect())
    of_one = graphs.map(lambda graph: graph.versions).first()
    versions = replace(of_one, data=digest(*sorted(f"{id_} {print_}" for id_, _, print_ in lists)))
    properties = {f"{name}_version": version for name, version in asdict(versions).items()}
    about = {"lists": [id_ for id_, *_ in lists], "publishers": [publisher for _, publisher, _ in lists]}
    return Node("Computation", "findings", {**properties, **about}), versions


def _letters(graphs: "RDD[RegionGraph]") -> list[Node]:
    """Return the node of what was learned of document numbers, which is the same in every reading."""
    rows = graphs.map(lambda graph: graph.letters).first()
    return [Node("Computation", "letters", {"letters": row["letters"]}) for row in rows]


def _published(graph: RegionGraph) -> Iterator[tuple[str, str, str]]:
    """Yield each list of a region: its id, who publishes it, and its fingerprint."""
    prints = {node.id: node.properties["fingerprint"] for node in graph.own.nodes if node.label == "DutyList"}
    for edge in graph.own.edges:
        if edge.type == "PUBLISHED":
            yield edge.end.id, edge.start.id, str(prints[edge.end.id])


def _by_what_they_share(graph: RegionGraph) -> Iterator[tuple[str, Row]]:
    for row in graph.citations:
        subject, number = compared_by(row)
        yield from ((f"subject {subject}", row), (f"number {number}", row))


def _compared(group: tuple[str, Iterable[Row]]) -> list[Edge]:
    return compared(group[1])


def _peers_compared(graphs: "RDD[RegionGraph]") -> list[PeersCompared]:
    rows = graphs.flatMap(lambda graph: graph.peers).groupByKey(graphs.context.defaultParallelism)
    return [
        compared for _, compared in sorted(rows.mapValues(compare_peers).collect(), key=lambda one: one[0])
    ]


def _lacks(graphs: "RDD[RegionGraph]", peers: Iterable[PeersCompared]) -> list[Edge]:
    """Return what bodies lack that their peers have, answered in their region or not (``graph/analysis/peers.py``)."""
    by_region: dict[str, list[Lack]] = defaultdict(list)
    for lack in (lack for one in peers for lack in one.lacks):
        by_region[lack.region].append(lack)
    return graphs.flatMap(partial(_answered_lacks, by_region=dict(by_region))).collect()


def _cut(peers: Iterable[PeersCompared]) -> dict[str, str]:
    """Return what the lists of regions (codes) are told of a comparison of peers that was cut short."""
    told = {region: bound.told("peers") for compared in peers for region, bound in compared.cut.items()}
    return {region: warning.model_dump_json() for region, warning in told.items() if warning}


def _answered_lacks(graph: RegionGraph, by_region: Mapping[str, Sequence[Lack]]) -> Iterator[Edge]:
    texts = [
        str(node.properties.get(_SAYS[node.label]) or "") for node in graph.own.nodes if node.label in _SAYS
    ]
    lacks = by_region.get(graph.chain[0], ())
    for lack, answered in zip(lacks, answers([lack.clause for lack in lacks], texts), strict=True):
        yield from lack.edges(answered=answered)


def _by_graph(found: Sequence[Edge]) -> dict[str, list[Edge]]:
    """Spread the edges over small graphs; those about one instrument, or one lack, stay together."""
    graphs = len(found) // _TOGETHER + 1
    spread: dict[str, list[Edge]] = defaultdict(list)
    for edge in found:
        about = str(edge.properties.get("about") or edge.properties["group"])
        spread[f"{edge.type} {int(digest(about), 16) % graphs}"].append(edge)
    return dict(spread)


def _around(graph: RegionGraph, small: Mapping[str, Sequence[Edge]]) -> Iterator[Piece]:
    """Yield what a region says of the statements and bodies that the edges join."""
    for name, edges in small.items():
        ends = {ref.id for edge in edges for ref in (edge.start, edge.end)}
        yield name, surroundings(graph.own, ends)


def _of_root(graph: RegionGraph) -> Piece:
    """Return what the findings between regions of one province, and its topics, are made of."""
    told = [node for node in graph.own.nodes if _has_story(node) or node.label == "Department"]
    return graph.chain[-1], Subgraph([*told, *graph.crossing.nodes], graph.crossing.edges)


def _alone(graph: RegionGraph, cut: Mapping[str, str]) -> Subgraph:
    """Return a region without the findings that ``find_between`` returns with their topics."""
    told = {"peers_cut": cut.get(graph.chain[0])}
    nodes = [
        Node(node.label, node.id, {**node.properties, **told}) if node.label == "DutyList" else node
        for node in graph.own.nodes
        if not _has_story(node)
    ]
    return Subgraph(nodes, graph.own.edges)


def _has_story(node: Node) -> bool:
    return node.label == "Finding" and bool(node.properties.get("stories"))


def _between(group: tuple[str, Iterable[Subgraph]], versions: Versions) -> Subgraph:
    known = Subgraph()
    for piece in group[1]:
        known.nodes += piece.nodes
        known.edges += piece.edges
    return find_between(known, versions)


def _dated(node: Node, version: str) -> Node:
    """A finding rests on all lists."""
    if node.label != "Finding":
        return node
    return Node(node.label, node.id, {**node.properties, "data_version": version})


def _is_shared(edge: Edge) -> bool:
    return edge.start.label in SHARED and edge.end.label in SHARED
