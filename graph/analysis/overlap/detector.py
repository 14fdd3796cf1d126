"""Overlaps between the departments of a region, written as SIMILAR_TO edges for the ``overlap`` rules."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.boundaries.declared_boundary import (
    BoundaryAnswer,
    declared_texts,
    near_matters,
)
from dutygraph.graph.analysis.boundaries.declared_matters import RegionTexts
from dutygraph.graph.analysis.boundaries.matter_index import DeclaredBoundaries, Dispute
from dutygraph.graph.analysis.bounds import Bound, tell
from dutygraph.graph.analysis.language.taxonomy import Taxonomy, load_taxonomy
from dutygraph.graph.analysis.overlap.claims.district import District, district_of, district_texts
from dutygraph.graph.analysis.overlap.claims.listed_frames import ListedStatement
from dutygraph.graph.analysis.overlap.judgement import judged
from dutygraph.graph.analysis.overlap.pairs.candidates import candidates
from dutygraph.graph.analysis.overlap.pairs.groups import DutyPair, OverlapGroup, duty_pairs, groups
from dutygraph.graph.analysis.overlap.pairs.measures import Measures
from dutygraph.graph.analysis.overlap.pairs.score import LEAST, score
from dutygraph.graph.analysis.overlap.wording.marked_spans import marked_spans
from dutygraph.graph.analysis.overlap.wording.near_matters import is_about
from dutygraph.graph.analysis.overlap.wording.object_wording import object_wording, shared_words
from dutygraph.graph.analysis.overlap.wording.overlap_sentence import overlap_wording
from dutygraph.graph.analysis.workers import ONE_PROCESS, RegionWorkers
from dutygraph.graph.identity import digest
from dutygraph.graph.loading.write import replace_results
from dutygraph.graph.model import Edge, Subgraph, Value
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore


@dataclass(frozen=True, slots=True)
class _RegionTexts:
    """What the overlaps of a region (its code) are told from."""

    region: str
    statements: Sequence[ListedStatement]
    names: Mapping[str, Sequence[str]]
    declared: tuple[RegionTexts, int, list[Dispute]]


def analyse_overlaps(
    store: GraphStore, touched: Collection[str] | None = None, workers: RegionWorkers = ONE_PROCESS
) -> None:
    """Compare the duties of the departments of every changed region; the new edges replace the old ones.

    ``touched`` are ids of departments whose lists have changed; None compares everything. A region is compared whole,
    each in one transaction. Raises StoreError when the database fails; the region then stays as it was.
    """
    ids = None if touched is None else sorted(touched)
    codes = [row["region"] for row in store.read(cypher("overlap_regions"), {"touched": ids})]
    found = workers.each(_compare, (_read(store, code) for code in codes))
    for code, (edges, bound) in zip(codes, found, strict=True):
        replace_results(store, cypher("overlap_forget"), {"region": code}, Subgraph(edges=edges))
        tell(store, code, "overlaps", bound)


def overlaps(measures: Measures, taxonomy: Taxonomy, bound: Bound | None = None) -> list[OverlapGroup]:
    """Return the overlaps in a district, the highest score first, as far as ``bound`` (by default the settings) allows."""
    bound = bound or Bound()
    pairs_in_time = bound.in_time(candidates(measures, taxonomy, bound))
    scored = ((pair, score(pair, measures, taxonomy)) for pair in pairs_in_time)
    kept = ((pair, result) for pair, result in scored if result and result.value >= LEAST)
    pairs = [pair for pair in duty_pairs(measures.district, kept) if pair.value >= LEAST]
    return groups(pairs)


def _read(store: GraphStore, region: str) -> _RegionTexts:
    return _RegionTexts(region, *district_texts(store, region), declared_texts(store, region))


def _compare(texts: _RegionTexts) -> tuple[list[Edge], Bound]:
    bound, taxonomy = Bound(), load_taxonomy()
    measures = Measures(district_of(bound.in_time(texts.statements), texts.names, taxonomy))
    matters = DeclaredBoundaries(*texts.declared)
    edges = [
        edge
        for group in overlaps(measures, taxonomy, bound)
        for edge in _edges(group, texts.region, measures.district, matters, taxonomy)
    ]
    return edges, bound


def _edges(
    group: OverlapGroup, region: str, district: District, matters: DeclaredBoundaries, taxonomy: Taxonomy
) -> Iterator[Edge]:
    told = overlap_wording(group, district.names, taxonomy)
    things = [told.object, *(object_wording(pair.score, pair.claims, taxonomy) for pair in group.pairs[1:])]
    boundaries = [
        _boundary(pair, thing.zh, matters, taxonomy) for pair, thing in zip(group.pairs, things, strict=True)
    ]
    judgement = judged(group, boundaries[0].answer, district, taxonomy)
    texts = {"object": told.object, "function": told.function, "story": told.story}
    of_group: Mapping[str, Value] = {
        "class": judgement.class_,
        "severity": judgement.severity,
        "group": digest(region, *group.key),
        "searched_lists": matters.lists,
        "searched_matters": len(matters.matters),
        **_texts({**texts, "grounds": judgement.grounds}),
    }
    for position, (pair, boundary) in enumerate(zip(group.pairs, boundaries, strict=True)):
        left, right = marked_spans(pair)
        properties: Mapping[str, Value] = {
            **of_group,
            "topic": digest(region, *([pair.topic] if pair.topic else group.key)),
            "position": position,
            "score": round(pair.value, 4),
            "left_start": left[0],
            "left_end": left[1],
            "right_start": right[0],
            "right_end": right[1],
            "words": shared_words(pair.score),
            "boundary": boundary.answer,
            "near_matters": list(boundary.matters),
            **{part: round(value, 4) for part, value in pair.parts.items()},
        }
        yield Edge("SIMILAR_TO", pair.left.statement.ref, pair.right.statement.ref, properties)


def _boundary(pair: DutyPair, thing: str, matters: DeclaredBoundaries, taxonomy: Taxonomy) -> BoundaryAnswer:
    """Return whether a boundary is declared in what a pair is about, which is called ``thing``."""
    left, right = pair.claims
    near = near_matters(
        left.clause.text, right.clause.text, left.statement.body, right.statement.body, matters
    )
    return near.answer(lambda matter: is_about(matters.numbers[matter], thing, pair, matters, taxonomy))


def _texts(texts: dict[str, Bilingual]) -> dict[str, str]:
    """Return the texts as the properties ``object_zh``, ``object_en`` and so on."""
    return {f"{name}_{lang}": value for name, text in texts.items() for lang, value in asdict(text).items()}
