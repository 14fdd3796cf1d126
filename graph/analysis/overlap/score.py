"""Score of a pair of clauses: how far both can claim one case, as a sum of named parts."""

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
"""Weights of the parts; their sum is 1. Chosen in steps of 0.05 on one half of the hand-labelled pairs of a real district;
``benchmarks/findings_accuracy.py`` prints what each part is worth."""
ITSELF = -0.06
"""Part for a pair in which one body works on itself, so that the other meets it only from outside."""

_SCOPES: Mapping[Scope, float] = {"same": 1.0, "wide": 1.0, "all": 0.7, "assumed": 0.6, "other": 0.6}
_SEVERAL = 0.8
"""Factor on the score of each shared object before they are combined as a noisy or."""
_MOST_OBJECTS = 3
_MOST_ALIKE = 2.0
"""Factor on the cosine of the wording, which counts in full from 0.5: more is no more evidence."""

_WEAK = 0.65
_EACH = 0.87
"""Factors for an act that says little (管理) and for one that every body does in its own field (规划)."""
LEAST_FUNCTION = 0.2
"""Least value of a pair of acts (0 to 1) that is not different work or different stages of it."""


@dataclass(frozen=True, slots=True)
class ActPair:
    """An act of either clause, and how far both can be used on one case, from 0 to 1."""

    left: str
    right: str
    value: float


@dataclass(frozen=True, slots=True)
class Score:
    """How far two clauses can claim one case, or why the pair is excluded."""

    shared: tuple[SharedObject, ...]
    """The shared objects, the highest score first."""
    acts: ActPair | None
    scope: Scope
    parts: Mapping[str, float]
    suppressed: ExclusionReason | None
    verbatim: bool = False
    """Whether the texts are the same but for a word or two."""

    @property
    def value(self) -> float:
        """The sum of the parts, from 0 to 1; 0 when the pair is excluded."""
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
    """Return the combined score, from 0 to 1, of shared objects that come in descending order of score."""
    return 1 - prod(1 - _SEVERAL * shared.value for shared in islice(ranked, _MOST_OBJECTS))


def meeting_acts(left: Meaning, right: Meaning, taxonomy: Taxonomy) -> ActPair | None:
    """Return the pair of acts with the highest value, equal or colliding ones; None when a clause has no act."""
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
