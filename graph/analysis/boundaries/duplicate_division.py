"""Work that two bodies claim: two rows of one matter say the same, or a body has what the matter gives to another."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from dutygraph.graph.analysis.boundaries.declared_matters import Matter, Part, Region, Said
from dutygraph.graph.analysis.boundaries.rarity import Weights
from dutygraph.graph.analysis.boundaries.swapped_division import field_of
from dutygraph.graph.analysis.language.own_acts import divided, strong
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

_LEFT = re.compile(
    r"由(?P<name>[^，。；、（）]{2,8}?(?:局|委|办|部门|支队|大队))在?(?:负责|承担|管理|进行|实施)"
)
"""（目前由市公安局管理）: a body's own list says that another one does the work."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Two clauses that claim the same work, how far (0 to 1), and where the second stands."""

    score: float
    one: Wording
    other: Wording
    ref: Ref


def claims(region: Region, weights: Weights) -> Iterator[Edge]:
    """Yield CLAIMED_BY edges from the rows of matters; of all pairs between the same two, the clearest stands for them.

    They lead to another row of the matter that says the same, to the duty or task of a body that the row does not name
    but that has its work, and to an own one that leaves the work to another body.
    """
    for matter in region.matters:
        yield from _between_rows(matter, weights)
        for body in sorted(region.home):
            yield from _held(matter, body, region.said[body], weights)
        for part in matter.parts:
            yield from _left(part, region, weights)


def clearest(start: Ref, found: Iterable[Claim], edge: str = "CLAIMED_BY") -> Iterator[Edge]:
    """Yield the edge, of this type, of the clearest claim, if there is any."""
    best = max(found, key=lambda claim: claim.score, default=None)
    if best:
        properties: dict[str, Value] = {"score": best.score, "one": best.one.text, "other": best.other.text}
        yield Edge(edge, start, best.ref, properties)


def _between_rows(matter: Matter, weights: Weights) -> Iterator[Edge]:
    for one, other in combinations(matter.parts, 2):
        if one.body_ids and other.body_ids and not one.body_ids & other.body_ids and one.text != other.text:
            ref = Ref("Division", other.id)
            found = (
                Claim(likeness, a, b, ref)
                for a, b in product(one.acting, other.acting)
                if (likeness := weights.likeness(a, b)) >= SAME_ROW and not divided(a, b)
                if (_same_acts(a, b) and weights.shared(a, b) >= 2 * ENOUGH)
                or _both_all(a, b, matter, weights)
            )
            yield from clearest(Ref("Division", one.id), found)


def _same_acts(one: Wording, other: Wording) -> bool:
    """Whether at least half of the acts that say something are in both."""
    both, either = strong(one.acts & other.acts), strong(one.acts | other.acts)
    return bool(both) and 2 * len(both) >= len(either)


def _both_all(one: Wording, other: Wording, matter: Matter, weights: Weights) -> bool:
    """Whether both are in charge of the whole matter (负责流动人口管理): acts that say little by themselves say all then."""
    return all(
        "manage" in clause.acts and not strong(clause.acts) and weights.covered(matter.title, clause) >= WHOLE
        for clause in (one, other)
    )


def _held(matter: Matter, body: str, said: Sequence[Said], weights: Weights) -> Iterator[Edge]:
    given = [part.wording for part in matter.parts if body in part.body_ids]
    if any(weights.covered(matter.title, part) >= WHOLE for part in given):
        return
    held = [(clause, one.ref) for one in said for clause in one.acting if clause.acts & POWERS]
    for part in matter.parts:
        if part.body_ids and body not in part.body_ids:
            found = (
                Claim(score, a, b, ref)
                for a, (b, ref) in product(part.acting, held)
                if a.acts & b.acts & POWERS and weights.shared(a, b) >= ENOUGH
                if (score := closeness(a, b, weights)) >= ONE_HOLDER
            )
            yield from clearest(Ref("Division", part.id), found)


def closeness(row: Wording, duty: Wording, weights: Weights) -> float:
    """Return how near a duty comes to a clause of a row, from 0 to 1.

    A duty may say more than the row, so that covering the row counts besides being alike.
    """
    return (weights.likeness(row, duty) + weights.covered(row, duty)) / 2


def _left(part: Part, region: Region, weights: Weights) -> Iterator[Edge]:
    fields = {field_of(body.printed) for body in part.bodies}
    found = (
        Claim(weights.covered(clause, part.wording), _nearest(clause, part, weights), clause, one.ref)
        for body in sorted(part.body_ids & region.home)
        for one in region.said[body]
        for clause in one.clauses
        if (left := _LEFT.search(clause.text)) and field_of(left["name"]) not in fields
        if weights.shared(clause, part.wording) >= ENOUGH
    )
    yield from clearest(Ref("Division", part.id), found)


def _nearest(clause: Wording, part: Part, weights: Weights) -> Wording:
    return max(part.clauses, key=lambda one: weights.shared(one, clause))
