"""What an overlap counts as: its class, how severe it is, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.language.stages import collision
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.claims import Claim
from dutygraph.graph.analysis.overlap.district import District
from dutygraph.graph.analysis.overlap.groups import DutyPair, OverlapGroup

OverlapClass = Literal["duplication", "overlap", "fragmentation", "interplay"]
"""The first three are classes of GAO-15-49SP: the same work on the same object; similar work that can meet in one case;
different work in one broad area. Interplay (常规交叉): a body only takes part, or does what it does to everybody."""

Severity = Literal["high", "medium", "low"]

SAME_WORK = 0.8
"""Least value of the object, of 1, of a pair that is the same work when the stage is the same and one that proves much."""
SIMILAR = 0.6
"""Least collision of stages that is similar work; below it the class is fragmentation."""
STRONG = 0.58
"""Least score of an overlap that can be severe; chosen so that on real lists one overlap in ten is."""
CLEAR = 0.5
"""Least score of one that is of medium severity."""

_STAGES_AT_STAKE = frozenset({"fund", "approve", "punish", "supervise", "rescue"})
"""Stages in which money, an approval, a penalty or safety hangs on who acts."""
_PAPERS = frozenset({"plan", "rule", "advise"})
"""Stages whose result is a paper: a general one and one for a single field stand side by side."""
_HELPING = frozenset({"assist", "joint"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """Class and severity of an overlap, with the grounds of the severity in one line."""

    class_: OverlapClass
    severity: Severity
    grounds: Bilingual


def judged(group: OverlapGroup, declared: bool, district: District, taxonomy: Taxonomy) -> Judgement:
    """Return what a group counts as; ``declared`` says that a matter divides the work of its strongest pair."""
    pair = group.pairs[0]
    class_ = class_of(pair, district, taxonomy)
    severity, grounds = _severity(pair, class_, declared, taxonomy)
    return Judgement(class_, severity, grounds)


def class_of(pair: DutyPair, district: District, taxonomy: Taxonomy) -> OverlapClass:
    """Return the class of a pair of duties."""
    if any(claim.frame.role in _HELPING for claim in pair.claims) or _is_ordinary(pair, district, taxonomy):
        return "interplay"
    stages = [claim.frame.stage for claim in pair.claims]
    if collision(*stages) < SIMILAR:
        return "fragmentation"
    same = stages[0] == stages[1] and pair.score.function == 1
    return "duplication" if same and pair.score.object >= SAME_WORK else "overlap"


def _is_ordinary(pair: DutyPair, district: District, taxonomy: Taxonomy) -> bool:
    """Whether a body does in general, or on its own subject, what it does to everybody's things."""
    if (
        pair.object
        and taxonomy.concepts[pair.object].each
        and any(pair.object in one.leads for one in pair.claims)
    ):
        return True
    if pair.score.scope == "wide" and {claim.frame.stage for claim in pair.claims} <= _PAPERS:
        return True
    return any(_in_general(claim, pair, district) for claim in pair.claims)


def _in_general(claim: Claim, pair: DutyPair, district: District) -> bool:
    cross = district.bodies[claim.statement.body].cross_cutting
    if cross is None or not cross.ordinary or claim.frame.stage not in cross.stages:
        return False
    return pair.object not in claim.objects or pair.object in claim.leads | claim.carried


def _severity(
    pair: DutyPair, class_: OverlapClass, declared: bool, taxonomy: Taxonomy
) -> tuple[Severity, Bilingual]:
    if mild := _mild(pair, class_, declared):
        return "low", mild
    if any(claim.frame.role == "lead" for claim in pair.claims):
        return "medium", Bilingual("已写明牵头单位", "a lead is named")
    stake = _stake(pair.claims, taxonomy)
    if stake is None or pair.value < STRONG:
        return "medium", Bilingual("同一件事可能几家都管", "one case may fall to each of them")
    return "high", Bilingual(f"涉及{stake.zh}，未见牵头单位", f"it is about {stake.en}, and no lead is named")


def _mild(pair: DutyPair, class_: OverlapClass, declared: bool) -> Bilingual | None:
    """Return why an overlap is of low severity, or None."""
    if any(claim.frame.role in _HELPING for claim in pair.claims):
        return Bilingual("一方只是参与或配合", "one side only takes part or assists")
    if class_ == "interplay":
        return Bilingual("综合部门的日常工作，属常规交叉", "the ordinary work of a cross-cutting body")
    if declared:
        return Bilingual("已有清单划分职责边界", "a list divides the work between them")
    if pair.score.scope == "wide" or any(shared.leader is not None for shared in pair.score.shared[:1]):
        return Bilingual("一方综合管理，另一方管本领域", "one is for all fields, the other for its own")
    return (
        Bilingual("只有部分内容相交", "they meet in a part of their work only")
        if pair.value < CLEAR
        else None
    )


def _stake(claims: Iterable[Claim], taxonomy: Taxonomy) -> Bilingual | None:
    """Return what hangs on who acts, or None."""
    stages = {claim.frame.stage for claim in claims}
    objects = {
        outer for claim in claims for name in claim.objects for outer in taxonomy.concepts[name].around
    }
    if "fund" in stages:
        return Bilingual("资金", "money")
    if stages & {"approve", "punish"}:
        return Bilingual("审批或处罚", "approvals or penalties")
    if objects & SAFETY and stages & _STAGES_AT_STAKE:
        return Bilingual("安全", "safety")
    if stages <= _STAGES_AT_STAKE:
        return Bilingual("执法检查", "inspections")
    return None


SAFETY = frozenset({"安全生产", "应急", "食品安全", "药品安全", "消防", "自然灾害", "突发事件", "公共卫生"})
"""Concepts of people's safety."""
