"""What an overlap counts as: its class, how severe it is, and why."""

from dataclasses import dataclass
from typing import Literal

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.language.stages import stages_with
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.claims.claim import Claim
from dutygraph.graph.analysis.overlap.claims.district import District
from dutygraph.graph.analysis.overlap.pairs.exclusions import EXCLUSION_REASONS
from dutygraph.graph.analysis.overlap.pairs.groups import DutyPair, OverlapGroup

OverlapClass = Literal["duplication", "overlap", "interplay", "possible"]
"""The first two are classes of GAO-15-49SP: the same work on the same object; similar work that can meet in one case.
Interplay (常规交叉): a body only takes part, or does what it does to everybody. Possible (可能重叠): it may be an overlap,
and somebody has to look."""

Severity = Literal["high", "medium", "low"]

Boundary = Literal["declared", "perhaps", "none"]
"""Whether a matter in some list divides the work."""

SAME_WORK = 0.8
"""Least value of the object, of 1, of a pair that is the same work when the stage is the same and one that proves much."""
STRONG = 0.7
"""Least score of an overlap that can be severe; chosen by hand on two fictional districts."""
CLEAR = 0.6
"""Least score of one that is of medium severity; chosen in the same way."""

_FOR_EMERGENCIES = "应急预案"
_LITTLE_EVIDENCE = Bilingual("两处相同之处不多", "the texts have little in common")
_TELLING = 4
"""Least length in characters of an object that is particular by itself."""
_HELPING = frozenset({"assist", "joint"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """Class and severity of an overlap, with the grounds of the severity in one line."""

    class_: OverlapClass
    severity: Severity
    grounds: Bilingual


def judged(group: OverlapGroup, boundary: Boundary, district: District, taxonomy: Taxonomy) -> Judgement:
    """Return what a group counts as; ``boundary`` says whether a matter divides the work of its strongest pair."""
    pair = group.pairs[0]
    class_ = class_of(pair, district, taxonomy)
    severity, grounds = _severity(pair, class_, boundary, taxonomy)
    return Judgement(class_, severity, grounds)


def class_of(pair: DutyPair, district: District, taxonomy: Taxonomy) -> OverlapClass:
    """Return the class of a pair of duties."""
    if not pair.certain:
        return "possible"
    if any(claim.frame.role in _HELPING for claim in pair.claims) or _is_ordinary(pair, district, taxonomy):
        return "interplay"
    left, right = pair.claims
    same = left.frame.stage == right.frame.stage and pair.score.function == 1
    return "duplication" if same and pair.score.object >= SAME_WORK else "overlap"


def _is_ordinary(pair: DutyPair, district: District, taxonomy: Taxonomy) -> bool:
    """Whether a body does in general, or on its own subject, what it does to everybody's things."""
    if _decide_twice(pair):
        return False
    led = {name for claim in pair.claims for name in claim.leads & {pair.object, pair.topic}}
    if any(taxonomy.concepts[name].each for name in led) and not _name_the_same(pair):
        return True
    if pair.score.scope in ("wide", "all") and _are_papers(pair):
        return True
    return any(_in_general(claim, pair, district) for claim in pair.claims)


def _are_papers(pair: DutyPair) -> bool:
    """Whether both draw up papers, and not plans for one emergency, in which both will act."""
    return {claim.frame.stage for claim in pair.claims} <= stages_with("paper") and not all(
        _FOR_EMERGENCIES in claim.objects for claim in pair.claims
    )


def _name_the_same(pair: DutyPair) -> bool:
    """Whether both do the same, and the object of one claim, as printed, stands in that of the other.

    What only names the concept (科技成果) says no more than that both have some of it.
    """
    left, right = pair.claims
    one, other = sorted((left.frame.object.text, right.frame.object.text), key=len)
    names = left.objects.get(pair.object, ())
    return (
        left.frame.stage == right.frame.stage and len(one) >= _TELLING and one in other and one not in names
    )


def _in_general(claim: Claim, pair: DutyPair, district: District) -> bool:
    cross = district.bodies[claim.statement.body].cross_cutting
    if cross is None or not cross.ordinary or claim.frame.stage not in cross.stages:
        return False
    if claim.frame.stage in stages_with("every_field"):
        return not _name_the_same(pair)
    return pair.object not in claim.objects or pair.object in claim.leads | claim.carried


def _severity(
    pair: DutyPair, class_: OverlapClass, boundary: Boundary, taxonomy: Taxonomy
) -> tuple[Severity, Bilingual]:
    if mild := _mild(pair, class_, boundary):
        return "low", mild
    if any(claim.frame.role == "lead" for claim in pair.claims):
        return "medium", Bilingual("已写明牵头单位", "a lead is named")
    if boundary == "perhaps":
        return "medium", Bilingual(
            "可能已有清单划分，须先核对", "a list may divide the work: check that first"
        )
    stake = _stake(pair, taxonomy)
    if stake is None or not _is_plain(pair):
        return "medium", Bilingual("同一件事可能几家都管", "one case may fall to each of them")
    return "high", Bilingual(f"涉及{stake.zh}，未见牵头单位", f"it is about {stake.en}, and no lead is named")


def _mild(pair: DutyPair, class_: OverlapClass, boundary: Boundary) -> Bilingual | None:
    """Return why an overlap is of low severity, or None."""
    if class_ == "possible":
        doubt = EXCLUSION_REASONS[pair.score.doubt] if pair.score.doubt else _LITTLE_EVIDENCE
        return Bilingual(f"可能重叠，请核对：{doubt.zh}", f"a possible overlap, to be checked: {doubt.en}")
    if any(claim.frame.role in _HELPING for claim in pair.claims):
        return Bilingual("一方只是参与或配合", "one side only takes part or assists")
    if class_ == "interplay":
        return Bilingual("综合部门的日常工作，属常规交叉", "the ordinary work of a cross-cutting body")
    if boundary == "declared":
        return Bilingual("已有清单划分职责边界", "a list divides the work between them")
    led = any(shared.leader is not None for shared in pair.score.shared[:1])
    if (pair.score.scope == "wide" or led) and not _decide_twice(pair):
        return Bilingual("一方综合管理，另一方管本领域", "one is for all fields, the other for its own")
    return (
        Bilingual("只有部分内容相交", "they meet in a part of their work only")
        if pair.value < CLEAR and not _take_hold(pair)
        else None
    )


def _take_hold(pair: DutyPair) -> bool:
    """Whether both take hold of the same case, so that it is inspected, punished or decided twice."""
    return {claim.frame.stage for claim in pair.claims} <= stages_with("case")


def _decide_twice(pair: DutyPair) -> bool:
    """Whether both print that they stop, order, penalise or settle, so that one case gets two decisions."""
    decide = all(claim.plain and claim.frame.stage in stages_with("decision") for claim in pair.claims)
    return decide and pair.value >= CLEAR


def _is_plain(pair: DutyPair) -> bool:
    """Whether an overlap is plain enough to be severe: both print an act, and much speaks for it."""
    printed = all(claim.plain for claim in pair.claims)
    return printed and pair.value >= (CLEAR if _take_hold(pair) else STRONG)


def _stake(pair: DutyPair, taxonomy: Taxonomy) -> Bilingual | None:
    """Return what hangs on who acts, or None."""
    claims = pair.claims
    stages = {claim.frame.stage for claim in claims}
    objects = {
        outer for claim in claims for name in claim.objects for outer in taxonomy.concepts[name].around
    }
    if "fund" in stages:
        return Bilingual("资金", "money")
    if stages & {"approve", "punish"}:
        return Bilingual("审批或处罚", "approvals or penalties")
    if objects & taxonomy.safety and stages & stages_with("stake"):
        return Bilingual("安全", "safety")
    return Bilingual("重复检查", "double inspection") if stages == {"supervise"} else None
