"""How the objects and the fields of two clauses stand to each other."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from dutygraph.graph.analysis.language.meaning import Meaning
from dutygraph.graph.analysis.language.taxonomy import Concept, Taxonomy
from dutygraph.graph.analysis.overlap.rarity import Weights

Scope = Literal["same", "wide", "all", "assumed", "other"]
"""Fields of two clauses: the same or one in the other, as named; one is for everybody; both are; the same by what their
bodies are there for; different ones."""

CONTAINED = 0.85
"""A whole and a thing in it, or a wide and a narrow object, count a little less than one and the same."""
BROAD = 0.35
"""To share so wide a thing as 教育 says little."""
NOT_LED = 0.3
"""That a text for everybody names what a narrow one names says little, unless it is its body's business."""
LED = 0.6
LED_OWN = 0.3
"""A body that leads a matter for everybody meets whoever has some of it, however common that is; less so in housekeeping."""
LED_RARE = 0.35
"""What the rarity of a led matter adds."""


@dataclass(frozen=True, slots=True)
class Shared:
    """An object that two clauses share: ``concept`` of the wider one, ``inner`` of the narrower."""

    concept: str
    inner: str
    value: float
    leader: Literal[0, 1] | None
    """Whose business it is, for everybody: that of the first clause's body or of the second's, or of neither."""


def shared_objects(
    one: Meaning, other: Meaning, scope: Scope, weights: Weights, known: Taxonomy
) -> dict[str, Shared]:
    """Return what two clauses share, the best for each concept; an object of one may contain one of the other."""
    best: dict[str, Shared] = {}
    for a in one.objects:
        for b in other.objects:
            if not _touch(a, b, known):
                continue
            found = _shared(one, a, other, b, weights, known)
            if found and found.leader is None and scope in ("wide", "all"):
                found = replace(found, value=found.value * NOT_LED)
            if found and found.value > (best[found.concept].value if found.concept in best else 0):
                best[found.concept] = found
    return best


def scope_of(one: Meaning, other: Meaning, known: Taxonomy) -> Scope:
    """Return how the fields of two clauses stand to each other."""
    meet = _meet(one.fields, other.fields, known)
    if meet and one.named and other.named:
        return "same"
    if one.everybody and other.everybody:
        return "all"
    if one.everybody or other.everybody:
        return "wide"
    return "assumed" if meet else "other"


@cache
def _meet(fields: frozenset[str], others: frozenset[str], known: Taxonomy) -> bool:
    return any(_touch(a, b, known) for a in fields for b in others)


@cache
def _touch(one: str, other: str, known: Taxonomy) -> bool:
    """Whether one concept contains the other."""
    return known.contains(one, other) or known.contains(other, one)


def _shared(one: Meaning, a: str, other: Meaning, b: str, weights: Weights, known: Taxonomy) -> Shared | None:
    """Return what two objects of which one contains the other are worth."""
    outer, wider, inner = (a, one, b) if known.contains(a, b) else (b, other, a)
    value = (
        _same(a, one, other, weights, known) if a == b else _contained(outer, wider, inner, weights, known)
    )
    if not value:
        return None
    concept = known.concepts[outer]
    if _leads(outer, wider):
        return Shared(outer, inner, _led(concept, value, weights), 0 if wider is one else 1)
    if a == b and _leads(b, other):
        return Shared(outer, inner, _led(concept, value, weights), 1)
    return Shared(outer, inner, value * _breadth(concept), None)


def _same(name: str, one: Meaning, other: Meaning, weights: Weights, known: Taxonomy) -> float:
    """Both name the same: by the same word, both as a whole, or one as a whole and the other a thing in it."""
    weight = weights.of(name)
    if words := set(one.objects[name]) & set(other.objects[name]):
        return max(weight, *(0.95 * weights.of(word) for word in words))
    whole = [_whole(name, clause, known) for clause in (one, other)]
    return weight if all(whole) else CONTAINED * weight if any(whole) else 0.0


def _contained(outer: str, wider: Meaning, inner: str, weights: Weights, known: Taxonomy) -> float:
    if not _whole(outer, wider, known):
        return 0.0
    return CONTAINED * (weights.of(outer) + weights.of(inner)) / 2


def _whole(name: str, clause: Meaning, known: Taxonomy) -> bool:
    return known.is_whole(name, clause.objects[name]) or _leads(name, clause)


def _leads(name: str, clause: Meaning) -> bool:
    return clause.everybody and name in clause.leads


def _led(concept: Concept, value: float, weights: Weights) -> float:
    base = LED_OWN if concept.own else LED
    return max(value, base + LED_RARE * weights.of(concept.name))


def _breadth(concept: Concept) -> float:
    return BROAD if concept.broad else 1.0


def without_parallel(shared: Mapping[str, Shared], known: Taxonomy) -> dict[str, Shared]:
    """Leave out what every body has some of for its own field: between different fields that is parallel work."""
    return {name: one for name, one in shared.items() if not known.concepts[name].each}
