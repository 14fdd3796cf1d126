"""Overlaps between the departments of a region, written as SIMILAR_TO edges for the ``overlap`` rules."""

from collections.abc import Collection, Iterator
from dataclasses import asdict

from dutygraph.graph.analysis.boundaries.declared_boundary import boundary_between, declared_boundaries
from dutygraph.graph.analysis.boundaries.matter_index import DeclaredBoundaries
from dutygraph.graph.analysis.language.taxonomy import Taxonomy, load_taxonomy
from dutygraph.graph.analysis.overlap.candidates import candidates
from dutygraph.graph.analysis.overlap.district import read_district
from dutygraph.graph.analysis.overlap.groups import DutyPair, OverlapGroup, duty_pairs, groups
from dutygraph.graph.analysis.overlap.judgement import class_of
from dutygraph.graph.analysis.overlap.measures import Measures
from dutygraph.graph.analysis.overlap.score import score
from dutygraph.graph.analysis.overlap.wording import OverlapWording, overlap_wording
from dutygraph.graph.identity import digest
from dutygraph.graph.loading.write import replace_results
from dutygraph.graph.model import Edge, Subgraph, Value
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore

LEAST = 0.4
"""Least score of a pair of duties that is kept: of the labelled pairs below it more than half are wrong."""


def analyse_overlaps(store: GraphStore, touched: Collection[str] | None = None) -> None:
    """Compare the duties of the departments of every changed region; the new edges replace the old ones.

    ``touched`` are ids of departments whose lists have changed; None compares everything. A region is compared whole,
    each in one transaction. Raises StoreError when the database fails; the region then stays as it was.
    """
    ids = None if touched is None else sorted(touched)
    for row in store.read(cypher("overlap_regions"), {"touched": ids}):
        _compare(store, row["region"], load_taxonomy())


def overlaps(measures: Measures, taxonomy: Taxonomy) -> list[OverlapGroup]:
    """Return the overlaps in a district, the highest score first."""
    scored = ((pair, score(pair, measures, taxonomy)) for pair in candidates(measures, taxonomy))
    kept = ((pair, result) for pair, result in scored if result and result.value >= LEAST)
    pairs = [pair for pair in duty_pairs(measures.district, kept) if pair.value >= LEAST]
    return groups(pairs, lambda pair: class_of(pair, measures.rarity, taxonomy))


def _compare(store: GraphStore, region: str, taxonomy: Taxonomy) -> None:
    measures = Measures(read_district(store, region, taxonomy))
    matters = declared_boundaries(store, region)
    edges = [
        edge for group in overlaps(measures, taxonomy) for edge in _edges(group, measures, taxonomy, matters)
    ]
    replace_results(store, cypher("overlap_forget"), {"region": region}, Subgraph(edges=edges))


def _edges(
    group: OverlapGroup, measures: Measures, taxonomy: Taxonomy, matters: DeclaredBoundaries
) -> Iterator[Edge]:
    first = group.pairs[0]
    name = digest(first.concept, *sorted(clause.statement.ref.id for clause in (first.left, first.right)))
    for position, pair in enumerate(group.pairs):
        properties = {
            "class": class_of(pair, measures.rarity, taxonomy),
            "group": name,
            "position": position,
            "score": round(pair.value, 4),
            **_boundary(pair, matters),
            **{part: round(value, 4) for part, value in pair.parts.items()},
            **_texts(overlap_wording(pair.score, pair.left.meaning.text, taxonomy)),
        }
        yield Edge("SIMILAR_TO", pair.left.statement.ref, pair.right.statement.ref, properties)


def _boundary(pair: DutyPair, matters: DeclaredBoundaries) -> dict[str, Value]:
    """Return whether a boundary is declared, as properties of the edge."""
    texts = pair.left.meaning.text, pair.right.meaning.text
    found = boundary_between(*texts, pair.left.statement.body, pair.right.statement.body, matters)
    return {
        "boundary": found.answer,
        "declared": found.matters[0] if found.answer == "declared" else None,
        "near_matters": list(found.matters),
        "searched_lists": matters.lists,
        "searched_matters": len(matters.matters),
    }


def _texts(wording: OverlapWording) -> dict[str, str]:
    """Return the texts as the properties ``object_zh``, ``object_en`` and so on."""
    texts = {"object": wording.object, "function": wording.function, "scope": wording.scope}
    return {f"{name}_{lang}": value for name, text in texts.items() for lang, value in asdict(text).items()}
