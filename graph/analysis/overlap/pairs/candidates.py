"""Candidates: pairs of claims that share an object or particulars, and whose acts can meet."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product

from dutygraph.graph.analysis.bounds import Bound
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.claims.claim import say_the_same
from dutygraph.graph.analysis.overlap.claims.district import District
from dutygraph.graph.analysis.overlap.pairs.exclusions import acts_meet, does_never
from dutygraph.graph.analysis.overlap.pairs.measures import Measures

ClaimPair = tuple[int, int]
"""Numbers of two claims of different bodies in the district, the smaller first."""

ByBody = dict[str, list[int]]
"""Numbers of claims by the id of their body."""

NEAR = 0.75
"""Least cosine of the embeddings of objects that are near in meaning."""


def by_object(measures: Measures, taxonomy: Taxonomy) -> Iterator[ClaimPair]:
    """Yield pairs of claims that name the same object, or two of which one contains the other.

    What few claims name comes first: it is the most telling, and what counts when there is no room for all.
    """
    naming: dict[str, ByBody] = defaultdict(lambda: defaultdict(list))
    holding: dict[str, ByBody] = defaultdict(lambda: defaultdict(list))
    for number, claim in enumerate(measures.district.claims):
        if claim.itself:
            continue
        for name in claim.objects:
            naming[name][claim.statement.body].append(number)
        outer = {around for name in claim.objects for around in taxonomy.concepts[name].around}
        for name in outer.difference(claim.objects):
            holding[name][claim.statement.body].append(number)
    for name in sorted(naming, key=lambda name: sum(map(len, naming[name].values()))):
        yield from _between_bodies(naming[name])
        for (body, inner), (holder, outer_ones) in product(naming[name].items(), holding[name].items()):
            if body != holder:
                yield from map(_in_order, product(inner, outer_ones))


def by_particulars(measures: Measures, _: Taxonomy) -> Iterator[ClaimPair]:
    """Yield pairs of claims whose sentences share much that few bodies write."""
    return measures.sentences.alike()


def by_clause(measures: Measures, _: Taxonomy) -> Iterator[ClaimPair]:
    """Yield pairs of claims that print the same clause."""
    printing: dict[str, ByBody] = defaultdict(lambda: defaultdict(list))
    for number, claim in enumerate(measures.district.claims):
        if not claim.itself:
            printing[claim.said][claim.statement.body].append(number)
    for by_body in printing.values():
        yield from _between_bodies(by_body)


def by_meaning(measures: Measures, _: Taxonomy) -> Iterator[ClaimPair]:
    """Yield pairs of claims whose objects a model of embeddings holds to be near; none without a model."""
    return measures.near_in_meaning(NEAR)


Source = Callable[[Measures, Taxonomy], Iterable[ClaimPair]]

SOURCES: Mapping[str, Source] = {
    "clause": by_clause,
    "object": by_object,
    "particulars": by_particulars,
    "meaning": by_meaning,
}


def candidates(measures: Measures, taxonomy: Taxonomy, bound: Bound | None = None) -> list[ClaimPair]:
    """Return the pairs of different bodies that any source proposes and whose acts can meet, in ascending order.

    Of claims that overlap with no other words than their own (``_alone``) the pairs that print the same clause are returned.
    Beyond what ``bound`` allows (by default the settings) no pairs are looked at.
    """
    proposed = chain.from_iterable(source(measures, taxonomy) for source in SOURCES.values())
    looked_at = (bound or Bound()).pairs(proposed)
    alone = _alone(measures.district)
    return sorted({pair for pair in looked_at if _can_meet(pair, measures, alone)})


def _alone(district: District) -> frozenset[int]:
    """Return the numbers of the claims that are excluded beside any other: on the own house, or what a body never does."""
    return frozenset(
        number
        for number, claim in enumerate(district.claims)
        if claim.own or does_never(claim, district.bodies)
    )


def _can_meet(pair: ClaimPair, measures: Measures, alone: frozenset[int]) -> bool:
    claims = measures.district.claims
    left, right = claims[pair[0]], claims[pair[1]]
    if left.statement.body == right.statement.body:
        return False
    if alone.isdisjoint(pair) and (acts_meet(left, right) or measures.sentences.tell_one_case(*pair)):
        return True
    return say_the_same(left, right)


def _between_bodies(by_body: ByBody) -> Iterator[ClaimPair]:
    for one, other in combinations(by_body.values(), 2):
        yield from map(_in_order, product(one, other))


def _in_order(pair: Sequence[int]) -> ClaimPair:
    left, right = pair
    return (left, right) if left < right else (right, left)
