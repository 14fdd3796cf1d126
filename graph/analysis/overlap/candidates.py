"""Candidates: pairs of claims that share an object or are worded alike, and whose acts can meet."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.language.wording import strip_formulas, subject_of
from dutygraph.graph.analysis.overlap.district import District
from dutygraph.graph.analysis.overlap.exclusions import acts_meet
from dutygraph.graph.analysis.overlap.measures import Measures
from dutygraph.graph.similarity.corpus import build_corpus
from dutygraph.graph.similarity.join import similar_pairs
from dutygraph.graph.similarity.pairs import original_pairs

ClaimPair = tuple[int, int]
"""Numbers of two claims of different bodies in the district, the smaller first."""

ALIKE = 0.4
"""Least cosine of claims that are worded alike."""
NEAR = 0.75
"""Least cosine of the embeddings of objects that are near in meaning."""


def by_object(measures: Measures, taxonomy: Taxonomy) -> Iterator[ClaimPair]:
    """Yield pairs of claims that name the same object, or two of which one contains the other."""
    naming: dict[str, list[int]] = defaultdict(list)
    holding: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(measures.district.claims):
        if claim.itself:
            continue
        for name in claim.objects:
            naming[name].append(number)
        outer = {around for name in claim.objects for around in taxonomy.concepts[name].around}
        for name in outer.difference(claim.objects):
            holding[name].append(number)
    for name, numbers in naming.items():
        yield from combinations(numbers, 2)
        yield from map(_in_order, product(numbers, holding[name]))


def by_wording(measures: Measures, _: Taxonomy) -> Iterator[ClaimPair]:
    """Yield pairs of claims whose objects' bigrams, without formulas, have a cosine of ``ALIKE`` or more (exact join)."""
    district = measures.district
    bodies = {body: number for number, body in enumerate(sorted(district.bodies))}
    corpus = build_corpus(
        [strip_formulas(subject_of(claim.frame.object.text)) for claim in district.claims],
        [bodies[claim.statement.body] for claim in district.claims],
    )
    for chunk in similar_pairs(corpus, ALIKE):
        pairs = original_pairs(corpus, chunk)
        yield from zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)


def by_meaning(measures: Measures, _: Taxonomy) -> Iterator[ClaimPair]:
    """Yield pairs of claims whose objects a model of embeddings holds to be near; none without a model."""
    return measures.near_in_meaning(NEAR)


Source = Callable[[Measures, Taxonomy], Iterable[ClaimPair]]

SOURCES: Mapping[str, Source] = {"object": by_object, "wording": by_wording, "meaning": by_meaning}


def candidates(measures: Measures, taxonomy: Taxonomy) -> list[ClaimPair]:
    """Return the pairs of different bodies that any source proposes and whose acts can meet, in ascending order."""
    proposed = {pair for source in SOURCES.values() for pair in source(measures, taxonomy)}
    return sorted(pair for pair in proposed if _can_meet(pair, measures.district))


def _can_meet(pair: ClaimPair, district: District) -> bool:
    left, right = (district.claims[number] for number in pair)
    return left.statement.body != right.statement.body and acts_meet(left, right)


def _in_order(pair: Sequence[int]) -> ClaimPair:
    left, right = pair
    return (left, right) if left < right else (right, left)
