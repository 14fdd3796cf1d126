"""Whether a shared matter that some list declares covers an overlap."""

from graph.overlap.merging import Pair
from graph.overlap.reading import Matter
from graph.overlap.sources import NEAR_MATTER
from graph.overlap.taxonomy import Taxonomy
from graph.overlap.weighing import Weights


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
    """A matter of that name covers the pair; one of another name may, when both texts are worded like it."""
    worded = min(weights.likeness(clause.terms, matter.terms) for clause in (pair.one, pair.other))
    named = any(
        known.contains(name, shared.inner) or known.contains(shared.concept, name)
        for shared in pair.score.shared
        for name in matter.objects
        if not known.concepts[name].broad and not known.concepts[shared.concept].broad
    )
    return worded + named
