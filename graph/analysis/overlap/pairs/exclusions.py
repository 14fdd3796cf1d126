"""Pairs of claims that are no overlap, however much they share, with the reason that a reader is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.language.splits import are_divided
from dutygraph.graph.analysis.language.stages import collision, follows, stages_with
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.language.wording import bigrams
from dutygraph.graph.analysis.overlap.claims.business import Body
from dutygraph.graph.analysis.overlap.claims.claim import Claim
from dutygraph.graph.analysis.overlap.claims.printed_sentences import excepted_in
from dutygraph.graph.analysis.overlap.pairs.contrasts import acts_on_another, are_siblings, sides_differ

ExclusionReason = Literal[
    "housekeeping", "never", "split", "excepted", "helps", "siblings", "sides", "parallel", "stages", "acts"
]
"""Why a pair is no finding, or in doubt (``siblings``, ``sides``, ``acts``, ``parallel``).

``housekeeping``: a claim is about the body's own house. ``never``: a cross-cutting body does no such thing.
``split``: the law divides the work by place or phase (城镇, 农村). ``excepted``: one text leaves out what the other does.
``helps``: one body helps the other, as its text says. ``siblings``: the things are different ones of a kind.
``sides``: each looks at another side of one place or person.
``parallel``: the same work, each in its own field. ``stages``: one follows the other. ``acts``: the acts are different.
"""

EXCLUSION_REASONS: Mapping[ExclusionReason, Bilingual] = {
    "housekeeping": Bilingual(
        "管的是本部门、本系统自己的事（机关财务、本系统培训等），不算重叠",
        "it is about a body's own house (its money, its staff), which is no overlap",
    ),
    "never": Bilingual(
        "综合部门（审计、统计等）对他人的事项不做这类工作",
        "a cross-cutting body (audit, statistics) does no such thing to what is others' business",
    ),
    "split": Bilingual(
        "按地域或环节依法划分（如城镇与农村、产地与市场），各管一段",
        "the law divides it by place or phase, such as towns and villages, farm and market",
    ),
    "excepted": Bilingual(
        "一方写明不含另一方所管的部分", "one text says that it leaves out what the other is about"
    ),
    "helps": Bilingual(
        "一方写明只是配合另一方，主次已分", "one text says that its body helps the other one, which leads"
    ),
    "siblings": Bilingual(
        "同类中的不同对象（如防汛与防震、军转干部与军休人员）",
        "different things of one kind, such as floods and earthquakes",
    ),
    "sides": Bilingual(
        "同一场所、人群或事项，各管一面（如食品与床位）",
        "one place, person or matter, but each looks at another side of it",
    ),
    "parallel": Bilingual(
        "同类工作，但各管各的领域，互不交叉",
        "the same kind of work, each for its own field: parallel, not overlapping",
    ),
    "stages": Bilingual(
        "同一件事的前后环节（如申报与审批、制定与监督），属衔接关系",
        "one stage of the work follows the other, as approving follows applying",
    ),
    "acts": Bilingual("对象相同，但所做的事不同", "the same object, but another kind of act"),
}
"""The reasons as a reader is told them."""

LEAST_COLLISION = 0.5
"""Least collision of two stages (0 to 1) that is not different work."""


@dataclass(frozen=True, slots=True)
class InCommon:
    """What two claims have in common."""

    parallel: bool
    """Whether that is only what every field has."""
    one_case: bool
    """Whether their sentences tell of one case, whichever of the acts in them is bound to it."""
    handed_over: bool
    """Whether one body hands over to another what its sentence tells."""
    verbatim: bool
    """Whether both print the same clause."""


def acts_meet(left: Claim, right: Claim) -> bool:
    """Whether both acts can take hold of one case."""
    if not (left.says_act and right.says_act):
        return False
    return collision(left.frame.stage, right.frame.stage) >= LEAST_COLLISION


def exclusion_reason(
    left: Claim, right: Claim, common: InCommon, bodies: Mapping[str, Body], taxonomy: Taxonomy
) -> ExclusionReason | None:
    """Return why two claims are no overlap, or None."""
    if left.own or right.own:
        return "housekeeping"
    if common.verbatim and left.frame.stage in stages_with("on_others"):
        return None
    if not common.verbatim and (does_never(left, bodies) or does_never(right, bodies)):
        return "never"
    if divided := _divided(left, right, taxonomy):
        return divided
    if _helps(left, right, bodies) or _helps(right, left, bodies):
        return "helps"
    if common.parallel:
        return "parallel"
    if common.handed_over:
        return "stages"
    if common.one_case or acts_meet(left, right):
        return None
    return _other_work(left, right)


def doubt_of(left: Claim, right: Claim, taxonomy: Taxonomy) -> ExclusionReason | None:
    """Return why two claims that are not excluded may still be no overlap: readers often hold them to be none."""
    if are_siblings(left, right, taxonomy):
        return "siblings"
    if sides_differ(left, right, taxonomy) or acts_on_another(left, right, taxonomy):
        return "sides"
    return None


def _other_work(left: Claim, right: Claim) -> ExclusionReason:
    stages = left.frame.stage, right.frame.stage
    return "stages" if follows(*stages) or follows(*stages[::-1]) else "acts"


def _helps(claim: Claim, other: Claim, bodies: Mapping[str, Body]) -> bool:
    """Whether a claim's body only assists, and the other one leads or is the one that it names (配合商务部门…)."""
    if claim.frame.role != "assist":
        return False
    return other.frame.role == "lead" or any(
        bodies[other.statement.body].is_called(partner) for partner in claim.frame.partners
    )


def _divided(left: Claim, right: Claim, taxonomy: Taxonomy) -> ExclusionReason | None:
    """Return whether the law or the texts themselves divide the work of two claims, and which of these."""
    if any(are_divided(one, other) for one, other in zip(left.sides, right.sides, strict=True)):
        return "split"
    excepted = _leaves_out(left, right, taxonomy) or _leaves_out(right, left, taxonomy)
    return "excepted" if excepted else None


def _leaves_out(claim: Claim, other: Claim, taxonomy: Taxonomy) -> bool:
    """Whether a claim's text says that what the other one is about is not its body's (学校运动场地除外)."""
    left_out = excepted_in(claim.statement.text)
    if not left_out:
        return False
    said = bigrams(other.statement.text)
    if any(2 * len(words & said) >= len(words) > 0 for words in map(bigrams, left_out)):
        return True
    named = {name for excepted in left_out for name in taxonomy.concept_words.mentions(excepted)}
    return any(taxonomy.touches(name, thing) for name in named for thing in other.objects)


def does_never(claim: Claim, bodies: Mapping[str, Body]) -> bool:
    """Whether the claim's body is a cross-cutting one that does no such thing on the objects of others."""
    cross = bodies[claim.statement.body].cross_cutting
    if cross is None or claim.frame.stage not in cross.never:
        return False
    named = (claim.frame.object.text, *claim.frame.object.limits)
    return not any(subject in text for subject in cross.subjects for text in named)
