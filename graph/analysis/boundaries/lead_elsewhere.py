"""Matters of which a body leads the whole by its own duties, although the list that declares them does not say so."""

import re
from collections.abc import Iterator, Sequence

from dutygraph.graph.analysis.boundaries.declared_matters import DeclaredMatter, ListedDuty, RegionTexts
from dutygraph.graph.analysis.boundaries.duplicate_division import ENOUGH, WHOLE, ClaimedPart, clearest
from dutygraph.graph.analysis.boundaries.open_parties import can_be_meant, stages_of
from dutygraph.graph.analysis.boundaries.rarity import WordRarity
from dutygraph.graph.analysis.language.own_acts import strong_acts
from dutygraph.graph.analysis.language.wording import Wording
from dutygraph.graph.model import Edge, Ref

_LEADS = re.compile(r"统筹|牵头(?!的)|综合协调|组织协调|主管|统一管理|全面|归口")
_RARE = 4.5
"""Least weight of a concept by which a matter is recognised: one text in ninety mentions it."""

_WATCHES = re.compile(r"统计|监测|数据|指标|宣传")
"""Work that many bodies do about a matter without being in charge of it."""

_GIVEN = 0.5
"""Least share of a duty's weight that a division must cover to explain it, the matter's name apart if the duty says more."""


def led_elsewhere(region: RegionTexts, rarity: WordRarity) -> Iterator[Edge]:
    """Yield a CLAIMED_BY edge from a matter to the duty or task of each body in the region that claims the whole matter."""
    for matter in region.matters:
        for body in sorted(region.home_bodies - {matter.declarer}):
            yield from clearest(
                Ref("SharedMatter", matter.id), _wholes(matter, body, region.duties[body], rarity)
            )


def _wholes(
    matter: DeclaredMatter, body: str, duties: Sequence[ListedDuty], rarity: WordRarity
) -> Iterator[ClaimedPart]:
    own = [division.wording for division in matter.divisions if body in division.body_ids]
    if any(rarity.covered(matter.title, division) >= WHOLE for division in own):
        return
    others = [division.text for division in matter.divisions if division.is_for_whoever]
    for duty in duties:
        for clause in duty.acting_clauses if matter.title.shared(duty.wording) else ():
            share = _share(matter.title, clause, rarity)
            if share < WHOLE or any(_gives(division, clause, matter, rarity) for division in own):
                continue
            if not any(can_be_meant(body, clause.text, stages_of(text)) for text in others):
                yield ClaimedPart(share, matter.title, clause, duty.ref)


def _share(title: Wording, clause: Wording, rarity: WordRarity) -> float:
    """Return the share of a matter's name in a clause that claims charge of it, from 0 to 1; 0 for other clauses."""
    if _LEADS.search(clause.text) and _rarest(title, rarity) in clause.concepts:
        return WHOLE
    enough = rarity.shared(title, clause) >= ENOUGH and _in_charge(clause)
    return rarity.covered(title, clause) if enough else 0.0


def _rarest(title: Wording, rarity: WordRarity) -> str | None:
    rarest = max(sorted(title.concepts), key=rarity.of_concept, default=None)
    return rarest if rarest and rarity.of_concept(rarest) >= _RARE else None


def _in_charge(clause: Wording) -> bool:
    return not _WATCHES.search(clause.text) and (bool(strong_acts(clause.acts)) or "manage" in clause.acts)


def _gives(division: Wording, clause: Wording, matter: DeclaredMatter, rarity: WordRarity) -> bool:
    """Whether a division of the body says that it leads, as the clause does, or covers what else the clause is about.

    A clause that is no more than the name of the matter (派出所消防监督) is about what the body does by its division.
    """
    if _LEADS.search(clause.text):
        return bool(_LEADS.search(division.text))
    beyond = clause.without(matter.title)
    if not beyond.size:
        acts = strong_acts(clause.acts)
        same = acts <= division.acts and clause.concepts <= division.concepts
        return rarity.covered(clause, division) >= _GIVEN or bool(acts and clause.concepts and same)
    acts = strong_acts(beyond.acts)
    return rarity.covered(beyond, division) >= _GIVEN or bool(acts and acts <= division.acts)
