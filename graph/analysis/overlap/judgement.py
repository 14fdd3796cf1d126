"""What an overlap counts as: its class."""

from typing import Literal

from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.groups import DutyPair
from dutygraph.graph.analysis.overlap.rarity import ClauseRarity

OverlapClass = Literal["duplication", "overlap", "fragmentation"]
"""Classes of GAO-15-49SP: the same work on the same object; similar work that can meet in one case; different work in one
broad area."""

ALIKE = 0.5
"""Least cosine of the wording of two clauses that are the same work."""
MEETING = 0.5
"""Least value of the pair of acts (0 to 1) that is similar work; below it the class is fragmentation."""


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
