"""How far two clauses can claim one case: a sum of named parts, each shown to the reader."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import prod
from typing import Literal

from dutygraph.graph.analysis.language.meaning import Meaning
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.candidates import ALIKE
from dutygraph.graph.analysis.overlap.measures import Measures
from dutygraph.graph.analysis.overlap.relations import (
    Scope,
    SharedObject,
    scope_of,
    shared_objects,
    without_parallel,
)

ExclusionReason = Literal["housekeeping", "parallel", "acts"]
"""Why a pair is no finding: both clauses are about their own body; the same work in different fields; different acts or
stages."""

OBJECT = 0.4
FUNCTION = 0.25
SCOPE = 0.15
WORDING = 0.1
ASSOCIATION = 0.1
"""What the parts weigh; together 1. Chosen in steps of 0.05 on one half of the hand-labelled pairs of a real district;
``benchmarks/findings_accuracy.py`` prints what each part is worth."""
ITSELF = -0.06
"""For work of one body on itself, which the other can meet only from outside."""

_SCOPES: Mapping[Scope, float] = {"same": 1.0, "wide": 1.0, "all": 0.7, "assumed": 0.6, "other": 0.6}
_SEVERAL = 0.8
"""What a second and third shared object add (a noisy or)."""
_MOST_OBJECTS = 3
_MOST_ALIKE = 2.0
"""Clauses of which half the weight is the same are worded alike; more is no more evidence."""

_WEAK = 0.65
_EACH = 0.87
"""Acts that say little (管理), and acts that every body does for itself (规划), prove less than an inspection does."""
LEAST_FUNCTION = 0.2
"""Below that acts are different work, or different stages of it."""


@dataclass(frozen=True, slots=True)
class ActPair:
    """The acts of two clauses that meet, and how far, from 0 to 1."""

    left: str
    right: str
    value: float


@dataclass(frozen=True, slots=True)
class Score:
    """How far two clauses can claim one case, or why that is no finding."""

    shared: tuple[SharedObject, ...]
    """What they are both about, the most telling first."""
    acts: ActPair | None
    scope: Scope
    parts: Mapping[str, float]
    suppressed: ExclusionReason | None
    verbatim: bool = False
    """Whether they say the same word for word."""

    @property
    def value(self) -> float:
        """The sum of the parts; 0 when suppressed."""
        return 0.0 if self.suppressed else sum(self.parts.values())


def score(pair: tuple[int, int], measures: Measures, taxonomy: Taxonomy) -> Score | None:
    """Return the score of two clauses of different bodies, by number; None when they have nothing in common."""
    left, right = pair
    a, b = measures.district.clauses[left].meaning, measures.district.clauses[right].meaning
    scope = scope_of(a, b, taxonomy)
    every = shared_objects(a, b, scope, measures.rarity, taxonomy)
    alike = measures.wording(*pair)
    if not every and alike < ALIKE:
        return None
    shared = without_parallel(every, taxonomy) if scope == "other" else every
    verbatim = measures.verbatim(*pair)
    acts = meeting_acts(a, b, taxonomy)
    meeting = 1.0 if verbatim else acts.value if acts else 0.0
    ranked = tuple(
        sorted(
            (shared or every).values(),
            key=lambda candidate: (-candidate.value, candidate.concept),
        )
    )
    if reason := _reason(a, b, every, shared, meeting):
        return Score(ranked, acts, scope, {}, reason)
    parts = {
        "object": OBJECT * max(object_value(ranked), alike if verbatim else 0.0),
        "function": FUNCTION * meeting,
        "scope": SCOPE * _SCOPES[scope],
        "wording": WORDING * min(1.0, _MOST_ALIKE * alike),
        "association": ASSOCIATION * measures.association(*pair),
    }
    if a.itself or b.itself:
        parts["itself"] = ITSELF
    return Score(ranked, acts, scope, parts, None, verbatim)


def object_value(ranked: Iterable[SharedObject]) -> float:
    """Return how much it says, from 0 to 1, that two clauses share these objects, the most telling first."""
    return 1 - prod(1 - _SEVERAL * shared.value for shared in islice(ranked, _MOST_OBJECTS))


def meeting_acts(left: Meaning, right: Meaning, taxonomy: Taxonomy) -> ActPair | None:
    """Return the acts of two clauses that meet most, the same ones or those that collide."""
    return _meeting(tuple(left.acts), tuple(right.acts), taxonomy)


@cache  # a district has many clauses with the same acts
def _meeting(left: tuple[str, ...], right: tuple[str, ...], taxonomy: Taxonomy) -> ActPair | None:
    pairs = (
        ActPair(a, b, taxonomy.collision(a, b) * _strength(a, taxonomy) * _strength(b, taxonomy))
        for a in left
        for b in right
    )
    return max(pairs, key=lambda acts: acts.value, default=None)


def _strength(act: str, taxonomy: Taxonomy) -> float:
    kind = taxonomy.acts[act]
    return _WEAK if kind.weak else _EACH if kind.each else 1.0


def _reason(
    left: Meaning,
    right: Meaning,
    every: Mapping[str, SharedObject],
    shared: Mapping[str, SharedObject],
    meeting: float,
) -> ExclusionReason | None:
    if left.itself and right.itself:
        return "housekeeping"
    if every and not shared:
        return "parallel"
    return "acts" if meeting < LEAST_FUNCTION else None
