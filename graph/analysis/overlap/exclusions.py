"""Pairs of claims that are no overlap, however much they share, with the reason that a reader is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dutygraph.graph.analysis.language.scope import is_itself, is_own_share
from dutygraph.graph.analysis.language.splits import are_divided
from dutygraph.graph.analysis.language.stages import collision, follows
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.language.wording import bigrams
from dutygraph.graph.analysis.overlap.business import Body
from dutygraph.graph.analysis.overlap.claims import Claim
from dutygraph.graph.analysis.overlap.contrasts import acts_on_another, are_siblings, sides_differ
from dutygraph.graph.analysis.overlap.printed_sentences import excepted_in

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

LEAST_COLLISION = 0.5
"""Least collision of two stages (0 to 1) that is not different work."""
_ON_OTHERS = frozenset(
    {"review", "approve", "fund", "supervise", "assess", "audit", "punish", "settle", "rescue"}
)
"""Stages in which a body acts on others' cases: two that print the same clause do so twice."""


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
    if any(_is_own(claim, taxonomy) for claim in (left, right)):
        return "housekeeping"
    if common.verbatim and left.frame.stage in _ON_OTHERS:
        return None
    if not common.verbatim and any(_never(claim, bodies) for claim in (left, right)):
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


def _is_own(claim: Claim, taxonomy: Taxonomy) -> bool:
    """Whether a claim is about the body's own house, or its own share of what each body has (预决算、应诉、安全生产)."""
    if claim.itself or is_own_share(claim.clause.text) or is_itself(claim.frame.object.text):
        return True
    return bool(claim.objects) and all(
        taxonomy.concepts[name].own and name not in claim.leads for name in claim.objects
    )


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
    pairs = ((left, right), (right, left))
    return "excepted" if any(_leaves_out(one, other, taxonomy) for one, other in pairs) else None


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


def _never(claim: Claim, bodies: Mapping[str, Body]) -> bool:
    """Whether the claim's body is a cross-cutting one that does no such thing on the objects of others."""
    cross = bodies[claim.statement.body].cross_cutting
    if cross is None or claim.frame.stage not in cross.never:
        return False
    named = (claim.frame.object.text, *claim.frame.object.limits)
    return not any(subject in text for subject in cross.subjects for text in named)
