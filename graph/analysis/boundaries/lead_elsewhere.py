"""Matters whose whole a body has among its own duties, although the list that declares them does not give it that."""

import re
from collections.abc import Iterator, Sequence

from dutygraph.graph.analysis.boundaries.declared_matters import Matter, Region, Said
from dutygraph.graph.analysis.boundaries.duplicate_division import ENOUGH, WHOLE, Claim, clearest
from dutygraph.graph.analysis.boundaries.rarity import Weights
from dutygraph.graph.analysis.language.own_acts import strong
from dutygraph.graph.analysis.language.wording import Wording
from dutygraph.graph.model import Edge, Ref

_LEADS = re.compile(r"统筹|牵头|综合协调|组织协调|主管|统一管理|全面|归口")
_RARE = 4.5
"""Weight of a thing that one text in ninety names: who leads it leads the matter that is called after it."""

_WATCHES = re.compile(r"统计|监测|数据|指标|宣传")
"""What many bodies do about a matter without being in charge of it."""

_GIVEN = 0.5
"""A duty that says so much of what the matter gives its body anyway claims nothing else."""


def led_elsewhere(region: Region, weights: Weights) -> Iterator[Edge]:
    """Yield a CLAIMED_BY edge from a matter to the duty or task of each body that has the whole of it."""
    for matter in region.matters:
        for body in sorted(region.home - {matter.declarer}):
            yield from clearest(
                Ref("SharedMatter", matter.id), _wholes(matter, body, region.said[body], weights)
            )


def _wholes(matter: Matter, body: str, said: Sequence[Said], weights: Weights) -> Iterator[Claim]:
    given = [part.wording for part in matter.parts if body in part.body_ids]
    if any(weights.covered(matter.title, part) >= WHOLE for part in given):
        return
    for one in said:
        for clause in one.acting if matter.title.terms & one.wording.terms else ():
            share = _share(matter.title, clause, weights)
            if share >= WHOLE and not any(_says(part, clause, matter, weights) for part in given):
                yield Claim(share, matter.title, clause, one.ref)


def _share(title: Wording, clause: Wording, weights: Weights) -> float:
    """Return how much of a matter's name a clause says that is in charge of something."""
    if _LEADS.search(clause.text) and _rarest(title, weights) in clause.terms:
        return WHOLE
    enough = weights.shared(title, clause) >= ENOUGH and _in_charge(clause)
    return weights.covered(title, clause) if enough else 0.0


def _rarest(title: Wording, weights: Weights) -> str | None:
    rarest = max(title.concepts, key=lambda term: weights.of([term]), default=None)
    return rarest if rarest and weights.of([rarest]) >= _RARE else None


def _in_charge(clause: Wording) -> bool:
    return not _WATCHES.search(clause.text) and (bool(strong(clause.acts)) or "manage" in clause.acts)


def _says(given: Wording, clause: Wording, matter: Matter, weights: Weights) -> bool:
    """Whether a part that the body is given says it leads, as its duty does, or what else its duty is about."""
    if _LEADS.search(clause.text):
        return bool(_LEADS.search(given.text))
    more = Wording(clause.text, clause.terms - matter.title.terms, clause.acts)
    does = strong(clause.acts - matter.title.acts)
    return weights.covered(more, given) >= _GIVEN or bool(does and does <= given.acts)
