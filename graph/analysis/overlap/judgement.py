"""What an overlap counts as: its class, and the declared matter that settles it."""

from collections.abc import Collection
from typing import Literal

from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.district import MatterProfile
from dutygraph.graph.analysis.overlap.groups import DutyPair
from dutygraph.graph.analysis.overlap.rarity import ClauseRarity

OverlapClass = Literal["duplication", "overlap", "fragmentation"]
"""Classes of GAO-15-49SP: the same work on the same object; similar work that can meet in one case; different work in one
broad area."""

ALIKE = 0.5
"""Least cosine of the wording of two clauses that are the same work."""
MEETING = 0.5
"""Least value of the pair of acts (0 to 1) that is similar work; below it the class is fragmentation."""

TITLE = 0.3
"""Least share of the weight of a matter's name that the two clauses must contain: 饭店安全监管 is no matter of schools and
roads."""
TEXT = 0.4
"""Least share of a clause that the matter must contain when its name is about another object than the pair."""
TEXT_OF_SAME = 0.25
"""The same for both clauses when its name is about the shared object in other words: 职业卫生 of 职业病危害."""


def class_of(pair: DutyPair, rarity: ClauseRarity, taxonomy: Taxonomy) -> OverlapClass:
    """Return the class of a pair of duties."""
    acts = pair.score.acts
    if pair.score.verbatim:
        return "duplication"
    if acts is None or acts.value < MEETING:
        return "fragmentation"
    shared = pair.score.shared
    alike = rarity.likeness(pair.left.bigrams, pair.right.bigrams) >= ALIKE
    same_act = acts.left == acts.right and not taxonomy.acts[acts.left].weak
    same_object = (
        bool(shared)
        and shared[0].concept == shared[0].inner
        and not taxonomy.concepts[shared[0].concept].each
    )
    same_field = pair.score.scope in ("same", "all")
    return "duplication" if alike and same_act and same_object and same_field else "overlap"


def covering_matter(
    pair: DutyPair, matters: tuple[MatterProfile, ...], rarity: ClauseRarity, taxonomy: Taxonomy
) -> MatterProfile | None:
    """Return the declared matter that covers a pair best, of those that concern both bodies; None when none covers it."""
    near = [
        (nearness, matter.id, matter)
        for matter in matters
        if pair.bodies <= matter.bodies and (nearness := _nearness(pair, matter, rarity, taxonomy))
    ]
    return max(near)[2] if near else None


def _nearness(pair: DutyPair, matter: MatterProfile, rarity: ClauseRarity, taxonomy: Taxonomy) -> float:
    """Return how near a matter is to a pair, from 0 to 3; 0 when it does not cover the pair."""
    texts = [clause.bigrams for clause in (pair.left, pair.right)]
    title = rarity.covered(matter.title_bigrams, texts[0] | texts[1])
    covered = [rarity.covered(text, matter.bigrams) for text in texts]
    inner = {shared.inner for shared in pair.score.shared}
    if inner & matter.objects:
        covers = title >= TITLE or min(covered) >= TEXT_OF_SAME
    elif _contains_any(matter.objects, inner, taxonomy):
        covers = title >= TITLE and max(covered) >= TEXT
    else:
        covers = title >= TITLE and min(covered) >= TEXT
    return title + sum(covered) if covers else 0.0


def _contains_any(outer: Collection[str], inner: Collection[str], taxonomy: Taxonomy) -> bool:
    """Whether a concept of ``outer`` that is not broad contains one of ``inner``."""
    return any(
        taxonomy.contains(wide, narrow) and not taxonomy.concepts[wide].broad
        for wide in outer
        for narrow in inner
    )
