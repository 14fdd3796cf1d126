"""Work that two bodies claim: two divisions of one matter say the same, or another body has the work in its own list."""

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
from dutygraph.graph.analysis.boundaries.lawful_splits import jointly_supervised, lawfully_split
from dutygraph.graph.analysis.boundaries.printed_deeds import Deed, deeds_of
from dutygraph.graph.analysis.boundaries.rarity import WordRarity
from dutygraph.graph.analysis.boundaries.swapped_division import field_of
from dutygraph.graph.analysis.language.own_acts import limits_differ, strong_acts
from dutygraph.graph.analysis.language.wording import Wording, united_wording
from dutygraph.graph.model import Edge, Ref, Value

SAME_ROW = 0.65
"""Least likeness (0 to 1) of two rows that claim the same work. Their author saw both, so only nearly the same words are no
division of the work."""

ONE_HOLDER = 0.4
"""Least closeness (0 to 1) of a row and a duty with the same power (处罚、许可、登记、征收), which has one holder. Other
acts several bodies do on one thing, each from its side; there alike texts share no more than the field."""

POWERS = frozenset({"permit", "punish", "register", "collect"})

_VETS = re.compile("审核|审查|核准")
"""Words of a power that is no licence of its own: 审核项目立项."""

TWO_PAIRS = 8.0
"""Least weight of what a row and a duty share beyond the name of the matter: two pairs of characters that few texts use."""

VETTED = 0.9
"""Least share of a duty with such a word in the row and the name of its matter: nothing is left that only the duty says."""

WHOLE = 0.75
"""Least share of the weight of a matter's name in a text about the whole matter."""

ENOUGH = 12.0
"""Least weight of the common terms: about two words that few texts use."""

_HELD_BY_OTHER = re.compile(
    r"由(?P<name>[^，。；、（）]{2,8}?(?:局|委|办|部门|支队|大队))在?(?:负责|承担|管理|进行|实施)"
)
"""（目前由市公安局管理）: the list of a body says that another body does the work."""


@dataclass(frozen=True, slots=True)
class ClaimedPart:
    """Two clauses that claim the same work, the score (0 to 1), and the node of the right one."""

    score: float
    left: Wording
    right: Wording
    ref: Ref


def duplicate_claims(region: RegionTexts, rarity: WordRarity) -> Iterator[Edge]:
    """Yield CLAIMED_BY edges from divisions, one for the highest score between the same two.

    They lead to another division of the matter that says the same, to a duty or task of a body that the division does not
    name but that does the same by its own list (the declarer's, too), and to a duty or task of its own body that leaves the
    work to another one.
    """
    for matter in region.matters:
        yield from _between_rows(matter, rarity)
        for body in sorted(region.home_bodies):
            yield from _held(matter, body, region.duties[body], rarity)
        for division in matter.divisions:
            yield from _disclaimed(division, region, rarity)


def clearest(start: Ref, claims: Iterable[ClaimedPart], edge: str = "CLAIMED_BY") -> Iterator[Edge]:
    """Yield an edge of type ``edge`` for the claim with the highest score, if there is a claim."""
    best = max(claims, key=lambda claim: claim.score, default=None)
    if best:
        properties: dict[str, Value] = {
            "score": best.score, "one": best.left.text, "other": best.right.text,
            "law": jointly_supervised(best.left.text, best.right.text),
        }  # fmt: skip
        yield Edge(edge, start, best.ref, properties)


_URGES = re.compile(r"(?:负责|并|积极|认真)*(?:督促|要求|教育|引导)")
"""Each body urges those whom it deals with itself (督促建设单位办理手续), in whatever words."""


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
                ClaimedPart(likeness, a, b, ref)
                for a, b in product(left.acting_clauses, right.acting_clauses)
                if (likeness := rarity.likeness(a, b)) >= SAME_ROW
                if not (limits_differ(a, b) or lawfully_split(a.text, b.text) or _URGES.match(a.text))
                if (_same_acts(a, b) and rarity.shared(a, b) >= 2 * ENOUGH) or _both_all(a, b, matter, rarity)
            )
            yield from clearest(Ref("Division", left.id), claims)


def _same_acts(left: Wording, right: Wording) -> bool:
    """Whether at least half of the strong acts of either clause are in both."""
    both, either = strong_acts(left.acts & right.acts), strong_acts(left.acts | right.acts)
    return bool(both) and 2 * len(both) >= len(either)


def _both_all(left: Wording, right: Wording, matter: DeclaredMatter, rarity: WordRarity) -> bool:
    """Whether both manage the whole matter (负责流动人口管理), without any stronger act."""
    return all(
        "manage" in clause.acts
        and not strong_acts(clause.acts)
        and rarity.covered(matter.title, clause) >= WHOLE
        for clause in (left, right)
    )


def _held(
    matter: DeclaredMatter, body: str, duties: Sequence[ListedDuty], rarity: WordRarity
) -> Iterator[Edge]:
    own = [division for division in matter.divisions if body in division.body_ids]
    if any(rarity.covered(matter.title, division.wording) >= WHOLE for division in own):
        return
    others = [one for one in matter.divisions if one.body_ids and body not in one.body_ids]
    given, elsewhere = _deeds(own), _deeds(others)
    held = [
        (clause, duty.ref)
        for duty in duties
        for clause in duty.acting_clauses
        if _is_power(clause) or _has_any(clause.text, elsewhere)
    ]
    for division in others:
        claims = (
            ClaimedPart(score, a, b, ref)
            for a, (b, ref) in product(division.acting_clauses, held)
            if (score := _score(a, b, matter, rarity))
            if not lawfully_split(a.text, b.text) and given.isdisjoint(deeds_of(a.text))
        )
        yield from clearest(Ref("Division", division.id), claims)


def _deeds(divisions: Sequence[Division]) -> frozenset[Deed]:
    """Return what divisions give to be done."""
    return frozenset(
        deed for division in divisions for clause in division.acting_clauses for deed in deeds_of(clause.text)
    )


def _has_any(clause: str, deeds: frozenset[Deed]) -> bool:
    """Whether one of the deeds is in a clause; frames are read only where the words of one are printed."""
    printed = "".join(clause.split())
    return any(act in printed and thing in printed for act, thing in deeds) and not deeds.isdisjoint(
        deeds_of(clause)
    )


def _score(row: Wording, duty: Wording, matter: DeclaredMatter, rarity: WordRarity) -> float:
    """Return how plainly a duty claims what a row gives to another body, from 0 to 1; 0 when it does not."""
    same_deed = not deeds_of(row.text).isdisjoint(deeds_of(duty.text))
    if same_deed and rarity.shared(row, duty) >= TWO_PAIRS and not limits_differ(row, duty):
        return 1.0
    if not _is_power(duty):
        return 0.0
    return _held_alike(row, duty, rarity) or _vetted_alike(row, duty, matter, rarity)


def _is_power(clause: Wording) -> bool:
    return bool(clause.acts & POWERS or _VETS.search(clause.text))


def _held_alike(row: Wording, duty: Wording, rarity: WordRarity) -> float:
    """Return the closeness of two texts with one power, from 0 to 1; 0 when they hold none in common."""
    if not row.acts & duty.acts & POWERS or rarity.shared(row, duty) < ENOUGH:
        return 0.0
    score = closeness(row, duty, rarity)
    return score if score >= ONE_HOLDER else 0.0


def _vetted_alike(row: Wording, duty: Wording, matter: DeclaredMatter, rarity: WordRarity) -> float:
    """Return the share of a duty that vets the matter in a row that vets the same, from 0 to 1; 0 for other texts.

    The row leaves out what the name of the matter says: 项目立项审核 under 政务信息化项目管理.
    """
    if not (_VETS.search(row.text) and _VETS.search(duty.text)):
        return 0.0
    if (
        rarity.covered(matter.title, duty) < WHOLE
        or rarity.shared(row, duty.without(matter.title)) < TWO_PAIRS
    ):
        return 0.0
    share = rarity.covered(duty, united_wording([matter.title, row]))
    return share if share >= VETTED else 0.0


def closeness(row: Wording, duty: Wording, rarity: WordRarity) -> float:
    """Return the mean of the likeness of a row and a duty and the share of the row that the duty covers, from 0 to 1.

    The duty may say more than the row, which lowers the likeness only.
    """
    return (rarity.likeness(row, duty) + rarity.covered(row, duty)) / 2


def _disclaimed(division: Division, region: RegionTexts, rarity: WordRarity) -> Iterator[Edge]:
    fields = {field_of(body.printed) for body in division.bodies}
    claims = (
        ClaimedPart(
            rarity.covered(clause, division.wording), _nearest(clause, division, rarity), clause, duty.ref
        )
        for body in sorted(division.body_ids & region.home_bodies)
        for duty in region.duties[body]
        for clause in duty.clauses
        if (match := _HELD_BY_OTHER.search(clause.text)) and field_of(match["name"]) not in fields
        if rarity.shared(clause, division.wording) >= ENOUGH
    )
    yield from clearest(Ref("Division", division.id), claims)


def _nearest(clause: Wording, division: Division, rarity: WordRarity) -> Wording:
    return max(division.clauses, key=lambda own: rarity.shared(own, clause))
