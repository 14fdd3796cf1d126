"""The class of an overlap: what is done, to what, and in which field, decides."""

from typing import Literal

from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.groups import Pair
from dutygraph.graph.analysis.overlap.rarity import Weights

Class = Literal["duplication", "overlap", "fragmentation"]
"""GAO-15-49SP: the same work for the same; alike work that can meet in one case; other work in one broad area."""

ALIKE = 0.5
"""Half the weight of the words of two clauses that are the same work."""
MEETING = 0.5
"""Acts that meet less than that are other work."""


def class_of(pair: Pair, weights: Weights, known: Taxonomy) -> Class:
    """Return the class of a pair."""
    acts = pair.score.acts
    if pair.score.verbatim:
        return "duplication"
    if acts is None or acts.value < MEETING:
        return "fragmentation"
    shared = pair.score.shared
    alike = weights.likeness(pair.one.terms, pair.other.terms) >= ALIKE
    same_act = acts.one == acts.other and not known.acts[acts.one].weak
    same_object = (
        bool(shared) and shared[0].concept == shared[0].inner and not known.concepts[shared[0].concept].each
    )
    same_field = pair.score.scope in ("same", "all")
    return "duplication" if alike and same_act and same_object and same_field else "overlap"
