"""Which objects two claims share, and how their fields relate."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from dutygraph.graph.analysis.language.scope import is_wide
from dutygraph.graph.analysis.language.stages import stages_with
from dutygraph.graph.analysis.language.taxonomy import Concept, ConceptFacet, Taxonomy
from dutygraph.graph.analysis.overlap.claims.claim import Claim
from dutygraph.graph.analysis.overlap.pairs.rarity import BROAD, ClaimRarity

Scope = Literal["same", "wide", "all", "assumed", "other"]
"""Relation of the fields of two claims. ``same``: both name a field, the same or one in the other; ``wide``: one claim is
for all fields; ``all``: both are; ``assumed``: the fields agree by the business of the bodies; ``other``: they differ."""

CONTAINED = 0.85
"""Factor on the score of an object that contains the other one, or of a whole and a thing in it."""
FACETS: Mapping[ConceptFacet, float] = {"matters": 1.0, "fields": 0.8, "people": 0.6}
"""Factor on the score of an object of each kind: to work in one field, or for the same people, is not yet the same work."""
WHOLE_FIELD = 0.6
"""Factor on a field with others in it (商贸流通): two bodies that both name it may mean quite different things in it."""
NOT_LED = 0.3
"""Factor on the score of an object that a claim for all fields shares with a narrow one, when no body leads it."""
LED = 0.6
"""Score of a shared object when one body leads it region-wide; chosen on half A of the labels."""
LED_OWN = 0.3
"""The same for an object that is mostly housekeeping; chosen on half A of the labels."""
LED_RARE = 0.35
"""What the rarity of the object (0 to 1) adds to that score."""
OTHER_WORDS = 0.45
"""Factor on an object that the claims name by different words: readers find most of these to be two things of a field."""
SYNONYMS = 0.75
"""The same for an object in which the taxonomy knows no others, and on which both take hold of cases."""
SAME_WORD = 0.95
"""Factor on the rarity of a word that both claims use for one object."""


@dataclass(frozen=True, slots=True)
class SharedObject:
    """An object that two claims share: ``concept`` of the wider one, ``inner`` of the narrower."""

    concept: str
    inner: str
    value: float
    """Its score, from 0 to 1."""
    leader: Literal[0, 1] | None
    """The claim whose body leads the object region-wide: 0 is the left one, 1 the right one."""


@dataclass(frozen=True, slots=True)
class _NamedObject:
    """An object of a claim."""

    name: str
    claim: Claim

    @property
    def led(self) -> bool:
        """Whether the body of the claim leads the object region-wide."""
        claim = self.claim
        return (
            claim.everybody and self.name in claim.leads and (not self.carried or is_wide(claim.clause.text))
        )

    @property
    def enforced(self) -> bool:
        """Whether the claim takes hold of a case."""
        return self.claim.frame.stage in stages_with("enforcing")

    @property
    def carried(self) -> bool:
        """Whether only carriers name it (资金)."""
        return self.name in self.claim.carried

    @property
    def bare(self) -> bool:
        """Whether it is money, a plan or the like, and nothing says for what."""
        return self.carried and not self.claim.rest and self.claim.carried.issuperset(self.claim.objects)

    def is_whole(self, taxonomy: Taxonomy) -> bool:
        """Whether the claim is about all of the object, not only about things in it."""
        return taxonomy.is_whole(self.name, self.claim.objects[self.name]) or self.led


def shared_objects(
    left: Claim, right: Claim, scope: Scope, rarity: ClaimRarity, taxonomy: Taxonomy
) -> dict[str, SharedObject]:
    """Return the objects that two claims share, by concept, the best score of each; one object may contain the other."""
    best: dict[str, SharedObject] = {}
    for a in left.objects:
        for b in filter(taxonomy.touching[a].__contains__, right.objects):
            shared = _shared(_NamedObject(a, left), _NamedObject(b, right), rarity, taxonomy)
            if shared and shared.leader is None and scope in ("wide", "all"):
                shared = replace(shared, value=shared.value * NOT_LED)
            if shared and shared.value > (best[shared.concept].value if shared.concept in best else 0):
                best[shared.concept] = shared
    return best


def scope_of(left: Claim, right: Claim, taxonomy: Taxonomy) -> Scope:
    """Return how the fields of two claims relate."""
    meet = _meet(left.fields, right.fields, taxonomy)
    if meet and left.named and right.named:
        return "same"
    if left.everybody and right.everybody:
        return "all"
    if left.everybody or right.everybody:
        return "wide"
    return "assumed" if meet else "other"


def is_formula(left: Claim, right: Claim, taxonomy: Taxonomy) -> bool:
    """Whether two claims name nothing but what every body has (优化营商环境), led by neither.

    Their texts begin alike, or one says that it is about its own field; where both say so, it is each for its own.
    """
    marks = left.own_fields, right.own_fields
    if all(marks) and marks[0] != marks[1]:
        return True
    if (
        left.leads
        or right.leads
        or not (any(marks) or _begin_alike(left.statement.text, right.statement.text))
    ):
        return False
    names = {name for claim in (left, right) for name in claim.objects}
    return all(taxonomy.concepts[name].each or taxonomy.concepts[name].broad for name in names)


def _begin_alike(left: str, right: str) -> bool:
    """Whether two texts begin in the same words, for half of the shorter one or more."""
    least = (min(len(left), len(right)) + 1) // 2
    return left[:least] == right[:least]


def without_parallel(shared: Mapping[str, SharedObject], taxonomy: Taxonomy) -> dict[str, SharedObject]:
    """Return the objects without those of which every body has some in its own field: in different fields no overlap."""
    return {name: shared_object for name, shared_object in shared.items() if not taxonomy.concepts[name].each}


@cache
def _meet(fields: frozenset[str], others: frozenset[str], taxonomy: Taxonomy) -> bool:
    return any(
        a == b
        or (taxonomy.touches(a, b) and not taxonomy.concepts[a].broad and not taxonomy.concepts[b].broad)
        for a in fields
        for b in others
    )


def _shared(
    left: _NamedObject, right: _NamedObject, rarity: ClaimRarity, taxonomy: Taxonomy
) -> SharedObject | None:
    """Return the object that two objects of which one contains the other make; None when its score is 0."""
    left_is_outer = taxonomy.contains(left.name, right.name)
    outer, inner = (left, right) if left_is_outer else (right, left)
    same = left.name == right.name
    value = _same(left, right, rarity, taxonomy) if same else _contained(outer, inner, rarity, taxonomy)
    if not value or (left.carried and right.carried and not (left.led or right.led)):
        return None
    if (left.bare and not left.led) or (right.bare and not right.led):
        return None
    concept = taxonomy.concepts[outer.name]
    if outer.led:
        led_by: Literal[0, 1] = 0 if left_is_outer else 1
        near = taxonomy.is_next(outer.name, inner.name) or same
        return SharedObject(outer.name, inner.name, _led(concept, value, rarity) if near else value, led_by)
    if same and right.led:
        return SharedObject(outer.name, inner.name, _led(concept, value, rarity), 1)
    factor = BROAD if concept.broad else FACETS[concept.facet]
    if same and concept.name in taxonomy.containers and concept.facet == "fields":
        factor *= WHOLE_FIELD
    return SharedObject(outer.name, inner.name, value * factor, None)


def _same(left: _NamedObject, right: _NamedObject, rarity: ClaimRarity, taxonomy: Taxonomy) -> float:
    """Return the score of one object that both claims name; 0 when both name only other things in it."""
    name = left.name
    weight = rarity.of(name)
    mine, theirs = left.claim.objects[name], right.claim.objects[name]
    if words := set(mine) & set(theirs):
        return max(weight, *(SAME_WORD * rarity.of(word) for word in words))
    if any(one in other or other in one for one in mine for other in theirs):
        return weight
    whole = left.is_whole(taxonomy), right.is_whole(taxonomy)
    one_thing = name not in taxonomy.containers and left.enforced and right.enforced
    return (SYNONYMS if one_thing else OTHER_WORDS) * weight if any(whole) else 0.0


def _contained(outer: _NamedObject, inner: _NamedObject, rarity: ClaimRarity, taxonomy: Taxonomy) -> float:
    if not outer.is_whole(taxonomy):
        return 0.0
    named = any(word in inner.claim.frame.object.text for word in outer.claim.objects[outer.name])
    factor = CONTAINED if named or (outer.led and taxonomy.is_next(outer.name, inner.name)) else OTHER_WORDS
    return factor * (rarity.of(outer.name) + rarity.of(inner.name)) / 2


def _led(concept: Concept, value: float, rarity: ClaimRarity) -> float:
    base = LED_OWN if concept.own else LED
    return max(value, base + LED_RARE * rarity.of(concept.name))
