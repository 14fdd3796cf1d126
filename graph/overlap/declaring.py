"""Whether a shared matter that some list declares covers an overlap."""

from graph.overlap.merging import Pair
from graph.overlap.reading import Matter
from graph.overlap.sources import NEAR_MATTER
from graph.overlap.taxonomy import Taxonomy
from graph.overlap.weighing import Weights

NAMED_WORDED = 0.08
"""Least cosine of a text and a matter that names its object; 饭店安全监管 is no matter of rescue after accidents."""


def covering_matter(
    pair: Pair, matters: tuple[Matter, ...], weights: Weights, known: Taxonomy
) -> Matter | None:
    """Return the matter with both bodies that says most about what they share, if any says of it at all."""
    best = max(
        (
            (_nearness(pair, matter, weights, known), matter)
            for matter in matters
            if pair.bodies <= matter.bodies
        ),
        key=lambda found: (found[0], found[1].id),
        default=(0.0, None),
    )
    return best[1] if best[0] >= NEAR_MATTER else None


def _nearness(pair: Pair, matter: Matter, weights: Weights, known: Taxonomy) -> float:
    """Say how near a matter is.

    One whose name contains the object covers the pair when it is also worded a little like both texts; one of another
    name, when it is worded much like them.
    """
    worded = min(weights.likeness(clause.terms, matter.terms) for clause in (pair.one, pair.other))
    named = any(
        known.contains(name, shared.inner) and not known.concepts[name].broad
        for shared in pair.score.shared
        for name in matter.objects
    )
    return worded + NEAR_MATTER if named and worded >= NAMED_WORDED else worded
