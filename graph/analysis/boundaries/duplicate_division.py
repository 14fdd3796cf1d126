"""Work that two bodies claim: two rows of one matter say the same, or a body has what the matter gives to another."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from dutygraph.graph.analysis.boundaries.declared_matters import (
    DeclaredMatter,
    Division,
    ListedDuty,
    RegionTexts,
)
from dutygraph.graph.analysis.boundaries.rarity import WordRarity
from dutygraph.graph.analysis.boundaries.swapped_division import field_of
from dutygraph.graph.analysis.language.own_acts import limits_differ, strong_acts
from dutygraph.graph.analysis.language.wording import Wording
from dutygraph.graph.model import Edge, Ref, Value

SAME_ROW = 0.65
"""Likeness. Rows stand side by side, and who wrote them saw both: only nearly the same words are no division of the work."""

ONE_HOLDER = 0.4
"""A power (处罚、许可、登记、征收) has one holder, so that being about one thing is enough. Other acts several bodies do for
one thing, each from its side: alike rows and duties have nothing but the field in common there."""

POWERS = frozenset({"permit", "punish", "register", "collect"})

WHOLE = 0.75
"""A text is about the whole matter when it says so much of what the matter is called."""

ENOUGH = 12.0
"""Weight of the terms that both have: about two words that few texts use."""

_HELD_BY_OTHER = re.compile(
    r"由(?P<name>[^，。；、（）]{2,8}?(?:局|委|办|部门|支队|大队))在?(?:负责|承担|管理|进行|实施)"
)
"""（目前由市公安局管理）: a body's own list says that another one does the work."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Two clauses that claim the same work, how far (0 to 1), and where the second stands."""

    score: float
    left: Wording
    right: Wording
    ref: Ref


def duplicate_claims(region: RegionTexts, rarity: WordRarity) -> Iterator[Edge]:
    """Yield CLAIMED_BY edges from the rows of matters; of all pairs between the same two, the clearest stands for them.

    They lead to another row of the matter that says the same, to the duty or task of a body that the row does not name
    but that has its work, and to an own one that leaves the work to another body.
    """
    for matter in region.matters:
        yield from _between_rows(matter, rarity)
        for body in sorted(region.home_bodies):
            yield from _held(matter, body, region.duties[body], rarity)
        for division in matter.divisions:
            yield from _disclaimed(division, region, rarity)


def clearest(start: Ref, claims: Iterable[Claim], edge: str = "CLAIMED_BY") -> Iterator[Edge]:
    """Yield the edge, of this type, of the clearest claim, if there is any."""
    best = max(claims, key=lambda claim: claim.score, default=None)
    if best:
        properties: dict[str, Value] = {"score": best.score, "one": best.left.text, "other": best.right.text}
        yield Edge(edge, start, best.ref, properties)


def _between_rows(matter: DeclaredMatter, rarity: WordRarity) -> Iterator[Edge]:
    for left, right in combinations(matter.divisions, 2):
        if (
            left.body_ids
            and right.body_ids
            and not left.body_ids & right.body_ids
            and left.text != right.text
        ):
            ref = Ref("Division", right.id)
            claims = (
                Claim(likeness, a, b, ref)
                for a, b in product(left.acting_clauses, right.acting_clauses)
                if (likeness := rarity.likeness(a, b)) >= SAME_ROW and not limits_differ(a, b)
                if (_same_acts(a, b) and rarity.shared(a, b) >= 2 * ENOUGH) or _both_all(a, b, matter, rarity)
            )
            yield from clearest(Ref("Division", left.id), claims)


def _same_acts(left: Wording, right: Wording) -> bool:
    """Whether at least half of the acts that say something are in both."""
    both, either = strong_acts(left.acts & right.acts), strong_acts(left.acts | right.acts)
    return bool(both) and 2 * len(both) >= len(either)


def _both_all(left: Wording, right: Wording, matter: DeclaredMatter, rarity: WordRarity) -> bool:
    """Whether both are in charge of the whole matter (负责流动人口管理): acts that say little by themselves say all then."""
    return all(
        "manage" in clause.acts
        and not strong_acts(clause.acts)
        and rarity.covered(matter.title, clause) >= WHOLE
        for clause in (left, right)
    )


def _held(
    matter: DeclaredMatter, body: str, duties: Sequence[ListedDuty], rarity: WordRarity
) -> Iterator[Edge]:
    own = [division.wording for division in matter.divisions if body in division.body_ids]
    if any(rarity.covered(matter.title, division) >= WHOLE for division in own):
        return
    held = [(clause, duty.ref) for duty in duties for clause in duty.acting_clauses if clause.acts & POWERS]
    for division in matter.divisions:
        if division.body_ids and body not in division.body_ids:
            claims = (
                Claim(score, a, b, ref)
                for a, (b, ref) in product(division.acting_clauses, held)
                if a.acts & b.acts & POWERS and rarity.shared(a, b) >= ENOUGH
                if (score := closeness(a, b, rarity)) >= ONE_HOLDER
            )
            yield from clearest(Ref("Division", division.id), claims)


def closeness(row: Wording, duty: Wording, rarity: WordRarity) -> float:
    """Return how near a duty comes to a clause of a row, from 0 to 1.

    A duty may say more than the row, so that covering the row counts besides being alike.
    """
    return (rarity.likeness(row, duty) + rarity.covered(row, duty)) / 2


def _disclaimed(division: Division, region: RegionTexts, rarity: WordRarity) -> Iterator[Edge]:
    fields = {field_of(body.printed) for body in division.bodies}
    claims = (
        Claim(rarity.covered(clause, division.wording), _nearest(clause, division, rarity), clause, duty.ref)
        for body in sorted(division.body_ids & region.home_bodies)
        for duty in region.duties[body]
        for clause in duty.clauses
        if (match := _HELD_BY_OTHER.search(clause.text)) and field_of(match["name"]) not in fields
        if rarity.shared(clause, division.wording) >= ENOUGH
    )
    yield from clearest(Ref("Division", division.id), claims)


def _nearest(clause: Wording, division: Division, rarity: WordRarity) -> Wording:
    return max(division.clauses, key=lambda own: rarity.shared(own, clause))
