"""Overlaps between the departments of a region, put into the graph as edges that the ``overlap`` rules ask about."""

from collections.abc import Collection, Iterator
from dataclasses import asdict

from dutygraph.graph.analysis.language.taxonomy import Taxonomy, taxonomy
from dutygraph.graph.analysis.overlap.candidates import candidates
from dutygraph.graph.analysis.overlap.declared_boundary import covering_matter
from dutygraph.graph.analysis.overlap.district import read_district
from dutygraph.graph.analysis.overlap.groups import Group, duty_pairs, groups
from dutygraph.graph.analysis.overlap.measures import Measures
from dutygraph.graph.analysis.overlap.overlap_class import class_of
from dutygraph.graph.analysis.overlap.score import score
from dutygraph.graph.analysis.overlap.wording import told
from dutygraph.graph.identity import digest
from dutygraph.graph.loading.write import replace_found
from dutygraph.graph.model import Edge, Subgraph
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore

LEAST = 0.4
"""Pairs of duties with a lower score are not kept: among labelled ones that low more than half are wrong."""


def analyse_overlaps(store: GraphStore, touched: Collection[str] | None = None) -> None:
    """Compare the duties of the departments of every region that a change reaches; the new edges replace the old ones.

    ``touched`` are ids of departments whose lists have changed; None compares everything. A region is compared whole,
    each in one transaction. Raises StoreError when the database fails; the region then stays as it was.
    """
    ids = None if touched is None else sorted(touched)
    for row in store.read(cypher("overlap_regions"), {"touched": ids}):
        _compare(store, row["region"], taxonomy())


def overlaps(measures: Measures, known: Taxonomy) -> list[Group]:
    """Return what overlaps in a district, the strongest finding first."""
    scored = ((pair, score(pair, measures, known)) for pair in candidates(measures, known))
    kept = ((pair, found) for pair, found in scored if found and found.value >= LEAST)
    pairs = [pair for pair in duty_pairs(measures.district, kept) if pair.value >= LEAST]
    return groups(pairs, lambda pair: class_of(pair, measures.weights, known))


def _compare(store: GraphStore, region: str, known: Taxonomy) -> None:
    measures = Measures(read_district(store, region, known))
    edges = [edge for group in overlaps(measures, known) for edge in _edges(group, measures, known)]
    replace_found(store, cypher("overlap_forget"), {"region": region}, Subgraph(edges=edges))


def _edges(group: Group, measures: Measures, known: Taxonomy) -> Iterator[Edge]:
    first = group.pairs[0]
    name = digest(first.concept, *sorted(clause.statement.ref.id for clause in (first.one, first.other)))
    for position, pair in enumerate(group.pairs):
        matter = covering_matter(pair, measures.district.matters, measures.weights, known)
        told_of = {
            "class": class_of(pair, measures.weights, known),
            "group": name,
            "position": position,
            "score": round(pair.value, 4),
            "declared": matter.id if matter else None,
            **{part: round(value, 4) for part, value in pair.parts.items()},
            **asdict(told(pair.score, pair.one.meaning.text, known)),
        }
        yield Edge("SIMILAR_TO", pair.one.statement.ref, pair.other.statement.ref, told_of)
