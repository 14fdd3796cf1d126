"""Whether a shared matter that some list declares covers an overlap."""

from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.district import Matter
from dutygraph.graph.analysis.overlap.groups import Pair
from dutygraph.graph.analysis.overlap.rarity import Weights

TITLE = 0.3
"""So much of a matter's name the two texts must have: 饭店安全监管 is no matter of schools and roads."""
TEXT = 0.4
"""So much of a text must stand in the matter, when the matter's name does not say that it is about the same."""

TEXT_OF_SAME = 0.25
"""So much of both texts, when the name does say so, in other words: 职业卫生 of 职业病危害."""


def covering_matter(
    pair: Pair, matters: tuple[Matter, ...], weights: Weights, known: Taxonomy
) -> Matter | None:
    """Return the matter with both bodies that says most about what they share, if any says of it at all."""
    near = [
        (nearness, matter.id, matter)
        for matter in matters
        if pair.bodies <= matter.bodies and (nearness := _nearness(pair, matter, weights, known))
    ]
    return max(near)[2] if near else None


def _nearness(pair: Pair, matter: Matter, weights: Weights, known: Taxonomy) -> float:
    """Say how near a matter is; 0 when it does not cover the pair."""
    texts = [clause.terms for clause in (pair.one, pair.other)]
    title = weights.covered(matter.title, texts[0] | texts[1])
    covered = [weights.covered(text, matter.terms) for text in texts]
    inner = {shared.inner for shared in pair.score.shared}
    if inner & matter.objects:
        covers = title >= TITLE or min(covered) >= TEXT_OF_SAME
    elif any(
        known.contains(wide, one) and not known.concepts[wide].broad
        for wide in matter.objects
        for one in inner
    ):
        covers = title >= TITLE and max(covered) >= TEXT
    else:
        covers = title >= TITLE and min(covered) >= TEXT
    return title + sum(covered) if covers else 0.0
