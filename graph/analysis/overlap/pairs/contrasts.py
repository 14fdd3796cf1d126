"""In what two claims differ that share an object: what else they are about, and which side of it they look at."""

from collections.abc import Iterable
from math import fsum

from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.claims.claim import Claim
from dutygraph.graph.analysis.overlap.pairs.rarity import ClaimRarity
from dutygraph.graph.analysis.overlap.pairs.relations import SharedObject

ANOTHER = 0.3
"""Least weight of concepts that a claim names beside what it shares (0 to 1 each), and that make it about another thing."""
_LICENSING = "approve"
"""Stage in which one place is given different papers by several bodies (a licence for trade, one for fire safety)."""


def names_another(left: Claim, right: Claim, rarity: ClaimRarity, taxonomy: Taxonomy) -> bool:
    """Whether one of two claims is about something particular that the other one does not touch."""
    return any(
        fsum(rarity.size(name) for name in _apart(one, other, taxonomy)) > ANOTHER
        for one, other in ((left, right), (right, left))
    )


def particular_things(shared: Iterable[SharedObject], taxonomy: Taxonomy) -> int:
    """Return how many particular things both claims name: no fields with others in them, no places, firms or people."""
    same = (taxonomy.concepts[one.inner] for one in shared if one.concept == one.inner)
    return sum(not (thing.target or thing.broad or thing.name in taxonomy.containers) for thing in same)


def are_siblings(left: Claim, right: Claim, taxonomy: Taxonomy) -> bool:
    """Whether the claims name different things of one kind (floods, earthquakes), and share nothing of that kind."""
    mine = _apart(left, right, taxonomy)
    theirs = _apart(right, left, taxonomy)
    shared = [name for name in left.objects if name not in mine]
    return any(
        (taxonomy.excludes(a, b) and not _of_their_kind(shared, a, b, taxonomy))
        or _other_targets(a, b, taxonomy)
        for a in mine
        for b in theirs
    )


def _of_their_kind(names: Iterable[str], left: str, right: str, taxonomy: Taxonomy) -> bool:
    """Whether one of the names stands beside either concept in what contains both: 化肥 beside 农药."""
    return any(
        taxonomy.is_next(outer, name) and any(taxonomy.is_next(outer, one) for one in (left, right))
        for name in names
        for outer in taxonomy.concepts[name].around - {name}
    )


def _other_targets(left: str, right: str, taxonomy: Taxonomy) -> bool:
    """Whether two concepts that do not touch are both people, or both places or firms, at whom work is aimed."""
    one, other = taxonomy.concepts[left], taxonomy.concepts[right]
    return one.target and other.target and (one.facet == "people") == (other.facet == "people")


def sides_differ(left: Claim, right: Claim, taxonomy: Taxonomy) -> bool:
    """Whether all that the claims share are targets, and each is about something else beside them, or one acts on that."""
    apart = [set(_apart(one, other, taxonomy)) for one, other in ((left, right), (right, left))]
    sides = [
        (claim, [name for name in claim.objects if name not in names])
        for claim, names in zip((left, right), apart, strict=True)
    ]
    if not any(shared for _, shared in sides) or left.rest & right.rest:
        return False
    if not all(taxonomy.concepts[name].target for _, shared in sides for name in shared):
        return False
    beside = [bool(names or claim.rest) for claim, names in zip((left, right), apart, strict=True)]
    licences = left.frame.stage == right.frame.stage == _LICENSING
    return not all(_at_head(claim, shared) for claim, shared in sides) or (any if licences else all)(beside)


def acts_on_another(left: Claim, right: Claim, taxonomy: Taxonomy) -> bool:
    """Whether what one of two claims acts on is known, and nothing of the other's (环境卫生标准的违法建筑)."""
    return any(_acts_elsewhere(one, other, taxonomy) for one, other in ((left, right), (right, left)))


def _acts_elsewhere(one: Claim, other: Claim, taxonomy: Taxonomy) -> bool:
    """Whether nothing that a claim acts on is the other's; money is what both act on (教育经费), a plan is not."""
    heads = _at_head(one, one.objects)
    apart = set(_apart(one, other, taxonomy))
    money = heads & one.carried - apart if other.leads else set()
    return bool(other.objects and heads - one.carried) and heads - one.carried <= apart and not money


def _at_head(claim: Claim, names: Iterable[str]) -> set[str]:
    """Return those of a claim's objects that its head or its act names, not what that belongs to (社会团体的外汇)."""
    thing = claim.frame.object
    head = thing.head or thing.text
    return {
        name
        for name in names
        if any(word in head or head in word or word not in thing.text for word in claim.objects[name])
    }


def _apart(claim: Claim, other: Claim, taxonomy: Taxonomy) -> list[str]:
    """Return the objects of a claim that neither contain an object of the other nor lie in one."""
    return [a for a in claim.objects if taxonomy.touching[a].isdisjoint(other.objects)]
