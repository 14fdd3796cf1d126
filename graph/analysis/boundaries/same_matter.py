"""Matters of two lists of one region that are the same, by their names and their divisions."""

from collections.abc import Iterator
from itertools import combinations, product

from dutygraph.graph.analysis.boundaries.claimed_by_both import claimed_by_both
from dutygraph.graph.analysis.boundaries.declared_matters import DeclaredMatter, RegionTexts
from dutygraph.graph.analysis.boundaries.exchanged_division import given_elsewhere
from dutygraph.graph.analysis.boundaries.rarity import WordRarity
from dutygraph.graph.model import Edge, Ref

_BY_NAME = 0.25
"""Factor on the likeness of the names: 职业病防治 is called 职业卫生安全监督管理 elsewhere, while many matters of different
content are called …管理体系建设. Equal names are enough by themselves."""

ALIKE = 0.14
"""Least score of the same matter. In real lists the same matters have 0.155 or more, neighbouring ones 0.135 or less."""


def same_matters(region: RegionTexts, rarity: WordRarity) -> Iterator[Edge]:
    """Yield an ALIKE edge, with ``score``, between the declarations of one matter in two lists.

    SAME_PARTY edges, with ``likeness`` (0 to 1), connect the divisions that both assign to one body, GIVEN_ELSEWHERE edges
    those that the lists assign to different bodies.
    """
    listed = region.duties.keys() | {matter.declarer for matter in region.matters}
    for left, right in combinations(region.matters, 2):
        names = rarity.likeness(left.title, right.title)
        contents = rarity.likeness(left.whole, right.whole)
        score = _BY_NAME * names + contents * _common(left.body_ids, right.body_ids)
        if left.declarer != right.declarer and score >= ALIKE:
            yield Edge(
                "ALIKE",
                Ref("SharedMatter", left.id),
                Ref("SharedMatter", right.id),
                {"score": score},
            )
            yield from _same_parties(left, right, rarity)
            moved = list(given_elsewhere(left, right, rarity, listed))
            yield from moved or claimed_by_both(left, right, rarity, listed)


def _same_parties(left: DeclaredMatter, right: DeclaredMatter, rarity: WordRarity) -> Iterator[Edge]:
    for a, b in product(left.divisions, right.divisions):
        if a.body_ids & b.body_ids:
            likeness = rarity.likeness(a.wording, b.wording)
            yield Edge("SAME_PARTY", Ref("Division", a.id), Ref("Division", b.id), {"likeness": likeness})


def _common(some: frozenset[str], others: frozenset[str]) -> float:
    """Return the Jaccard index of two sets of bodies, from 0 to 1."""
    either = some | others
    return len(some & others) / len(either) if either else 0.0
