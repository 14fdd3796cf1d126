"""Score of a pair of claims: how far both can take hold of one case, as a sum of named parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import prod

from dutygraph.graph.analysis.language.stages import collision
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.candidates import ALIKE
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

OBJECT = 0.62
FUNCTION = 0.3
SCOPE = 0.08
"""Weights of the parts; their sum is 1."""

_SCOPES: Mapping[Scope, float] = {"same": 1.0, "wide": 1.0, "all": 0.7, "assumed": 0.6, "other": 0.3}
_SEVERAL = 0.8
"""Factor on the score of each shared object before they are combined as a noisy or."""
_MOST_OBJECTS = 3
ENOUGH = 5.0
BASE, LESS, MORE = 0.2, 0.4, 0.4


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
    alike = measures.wording(*pair)
    if not every and alike < ALIKE:
        return None
    shared = without_parallel(every, taxonomy) if scope == "other" else every
    ranked = tuple(sorted((shared or every).values(), key=lambda one: (-one.value, one.concept)))
    function = collision(a.frame.stage, b.frame.stage)
    if reason := exclusion_reason(a, b, bool(every and not shared), measures.district.bodies, taxonomy):
        return Score(ranked, 0.0, function, scope, {}, reason)
    thing = object_value(ranked, a, b, measures)
    parts = {"object": OBJECT * thing, "function": FUNCTION * function, "scope": SCOPE * _SCOPES[scope]}
    return Score(ranked, thing, function, scope, parts, None)


def object_value(ranked: Sequence[SharedObject], left: Claim, right: Claim, measures: Measures) -> float:
    """Return how far two claims are about one thing, from 0 to 1; the shared objects come in descending order of score.

    What they share must be something particular, and it must be most of what at least one of them is about.
    """
    known = 1 - prod(1 - _SEVERAL * shared.value for shared in islice(ranked, _MOST_OBJECTS))
    common = measures.rarity.mass(left.rest & right.rest)
    particular = max(known, min(1.0, common / ENOUGH))
    shares = sorted(measures.rarity.share(claim, ranked, left.rest & right.rest) for claim in (left, right))
    return particular * (BASE + LESS * shares[0] + MORE * shares[1])
