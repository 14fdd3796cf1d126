"""Score of a pair of claims: how far both can take hold of one case, as a sum of named parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import prod

from dutygraph.graph.analysis.language.stages import collision, is_vague
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.candidates import ALIKE, NEAR
from dutygraph.graph.analysis.overlap.claims import Claim
from dutygraph.graph.analysis.overlap.exclusions import ExclusionReason, exclusion_reason
from dutygraph.graph.analysis.overlap.measures import Measures
from dutygraph.graph.analysis.overlap.relations import (
    Scope,
    SharedObject,
    scope_of,
    shared_objects,
    without_parallel,
)

OBJECT = 0.7
FUNCTION = 0.3
"""Weights of the parts; their sum is 1. Chosen, as the numbers below, on the shown half of the hand-labelled pairs of a real
district together with the first hundred findings as a reader who knew neither judged them."""

_ELSEWHERE = 0.5
"""Factor on the object of claims in different fields: the same word, but mostly another thing."""
_SEVERAL = 0.8
"""Factor on the score of each shared object before they are combined as a noisy or."""
_MOST_OBJECTS = 3
ENOUGH = 5.0
"""Sum of the weights of common bigrams that stand for an object which the taxonomy does not know."""
BASE, LESS, MORE = 0.4, 0.3, 0.3
"""What counts of a particular object: always, by its share in the claim of which it is less, and in the other one."""
VERBATIM = 0.9
TELLING = 6
"""What an object that both print in the same words counts, when it has so many characters, not all of them carriers."""
MEANT = 0.5
"""What the nearness of embeddings counts as an object: it tells a field rather than a thing."""
VAGUE = 0.5
"""Factor on the collision of two stages for each claim with acts that say little (负责, 组织实施)."""


@dataclass(frozen=True, slots=True)
class Score:
    """How far two claims can take hold of one case, or why the pair is excluded."""

    shared: tuple[SharedObject, ...]
    """The shared objects, the highest score first."""
    object: float
    """How far both are about one thing, from 0 to 1."""
    function: float
    """How far the stages collide, from 0 to 1."""
    scope: Scope
    parts: Mapping[str, float]
    suppressed: ExclusionReason | None

    @property
    def value(self) -> float:
        """The sum of the parts, from 0 to 1; 0 when the pair is excluded."""
        return 0.0 if self.suppressed else sum(self.parts.values())


def score(pair: tuple[int, int], measures: Measures, taxonomy: Taxonomy) -> Score | None:
    """Return the score of two claims of different bodies, by number; None when they have nothing in common."""
    left, right = pair
    a, b = measures.district.claims[left], measures.district.claims[right]
    scope = scope_of(a, b, taxonomy)
    every = shared_objects(a, b, scope, measures.rarity, taxonomy)
    if not every and measures.wording(*pair) < ALIKE and measures.meaning(*pair) < NEAR:
        return None
    shared = without_parallel(every, taxonomy) if scope == "other" else every
    ranked = tuple(sorted((shared or every).values(), key=lambda one: (-one.value, one.concept)))
    function = collision(a.frame.stage, b.frame.stage) * VAGUE ** sum(map(_is_vague, (a, b)))
    if reason := exclusion_reason(a, b, bool(every and not shared), measures.district.bodies, taxonomy):
        return Score(ranked, 0.0, function, scope, {}, reason)
    thing = max(object_value(ranked, a, b, measures), MEANT * measures.meaning(*pair))
    thing *= _ELSEWHERE if scope == "other" else 1.0
    parts = {"object": OBJECT * thing, "function": FUNCTION * function}
    return Score(ranked, thing, function, scope, parts, None)


def object_value(ranked: Sequence[SharedObject], left: Claim, right: Claim, measures: Measures) -> float:
    """Return how far two claims are about one thing, from 0 to 1; the shared objects come in descending order of score.

    What they share must be something particular, and it must be most of what at least one of them is about.
    """
    known = 1 - prod(1 - _SEVERAL * shared.value for shared in islice(ranked, _MOST_OBJECTS))
    if (
        left.frame.object.text == right.frame.object.text
        and left.bigrams
        and len(left.frame.object.text) >= TELLING
    ):
        return VERBATIM
    rest = left.rest & right.rest
    particular = max(known, min(1.0, measures.rarity.mass(rest) / ENOUGH))
    concepts = {name for one in ranked for name in (one.concept, one.inner)}
    shares = sorted(measures.rarity.share(claim, concepts, rest) for claim in (left, right))
    return particular * (BASE + LESS * shares[0] + MORE * shares[1])


def _is_vague(claim: Claim) -> bool:
    return bool(claim.frame.acts) and all(map(is_vague, claim.frame.acts))
