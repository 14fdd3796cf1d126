"""Matters that two lists of one region declare, and that are one: by what they are called, and by what is divided."""

from collections.abc import Iterator
from itertools import combinations, product

from dutygraph.graph.analysis.boundaries.declared_matters import Matter, Region
from dutygraph.graph.analysis.boundaries.rarity import Weights
from dutygraph.graph.model import Edge, Ref

_BY_NAME = 0.25
"""Names count a quarter of what the parts say: 职业病防治 is called 职业卫生安全监督管理 elsewhere, while many matters of
different content are called …管理体系建设. Equal names are enough by themselves."""

ALIKE = 0.11
"""Pairs of one matter in real lists have 0.13 and more, the next ones 0.09 and less."""


def alike_matters(region: Region, weights: Weights) -> Iterator[Edge]:
    """Yield an ALIKE edge between the declarations of one matter in two lists.

    SAME_PARTY edges lead from what the one gives to a body to what the other gives to it, with their likeness.
    """
    for one, other in combinations(region.matters, 2):
        names = weights.likeness(one.title, other.title)
        contents = weights.likeness(one.whole, other.whole)
        score = _BY_NAME * names + contents * _common(one.body_ids, other.body_ids)
        if one.declarer != other.declarer and score >= ALIKE:
            yield Edge(
                "ALIKE",
                Ref("SharedMatter", one.id),
                Ref("SharedMatter", other.id),
                {"score": score},
            )
            yield from _same_parties(one, other, weights)


def _same_parties(one: Matter, other: Matter, weights: Weights) -> Iterator[Edge]:
    for a, b in product(one.parts, other.parts):
        if a.body_ids & b.body_ids:
            likeness = weights.likeness(a.wording, b.wording)
            yield Edge("SAME_PARTY", Ref("Division", a.id), Ref("Division", b.id), {"likeness": likeness})


def _common(some: frozenset[str], others: frozenset[str]) -> float:
    """Return the share of bodies that are in both: one matter brings the same bodies together."""
    either = some | others
    return len(some & others) / len(either) if either else 0.0
