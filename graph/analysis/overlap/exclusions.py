"""Pairs of claims that are no overlap, however much they share, with the reason that a reader is told."""

from collections.abc import Mapping
from typing import Literal

from dutygraph.graph.analysis.language.scope import is_own_share
from dutygraph.graph.analysis.language.stages import collision, follows
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.claims import Body, Claim
from dutygraph.graph.analysis.overlap.relations import are_siblings, sides_differ

ExclusionReason = Literal["housekeeping", "never", "siblings", "sides", "parallel", "stages", "acts"]
"""Why a pair is no finding.

``housekeeping``: a claim is about the body's own house. ``never``: a cross-cutting body does no such thing.
``siblings``: the things are different ones of a kind. ``sides``: each looks at another side of one place or person.
``parallel``: the same work, each in its own field. ``stages``: one follows the other. ``acts``: the acts are different.
"""

_UNTOLD = "manage"
"""Stage of a frame whose act is not told."""
LEAST_COLLISION = 0.5
"""Least collision of two stages (0 to 1) that is not different work."""


def acts_meet(left: Claim, right: Claim) -> bool:
    """Whether both acts can take hold of one case."""
    if not (_says_act(left) and _says_act(right)):
        return False
    return collision(left.frame.stage, right.frame.stage) >= LEAST_COLLISION


def exclusion_reason(
    left: Claim, right: Claim, parallel: bool, bodies: Mapping[str, Body], taxonomy: Taxonomy
) -> ExclusionReason | None:
    """Return why two claims are no overlap, or None; ``parallel`` says that they share only what every field has."""
    if any(_is_own(claim, taxonomy) for claim in (left, right)):
        return "housekeeping"
    if any(_never(claim, bodies) for claim in (left, right)):
        return "never"
    if are_siblings(left, right, taxonomy):
        return "siblings"
    if sides_differ(left, right, taxonomy):
        return "sides"
    if parallel:
        return "parallel"
    if not acts_meet(left, right):
        stages = left.frame.stage, right.frame.stage
        return "stages" if follows(*stages) or follows(*stages[::-1]) else "acts"
    return None


def _is_own(claim: Claim, taxonomy: Taxonomy) -> bool:
    """Whether a claim is about the body's own house, or its own share of what each body has (预决算、应诉、安全生产)."""
    if claim.itself or is_own_share(claim.clause.text):
        return True
    return bool(claim.objects) and all(
        taxonomy.concepts[name].own and name not in claim.leads for name in claim.objects
    )


def _never(claim: Claim, bodies: Mapping[str, Body]) -> bool:
    """Whether the claim's body is a cross-cutting one that does no such thing on the objects of others."""
    cross = bodies[claim.statement.body].cross_cutting
    if cross is None or claim.frame.stage not in cross.never:
        return False
    return not any(subject in claim.frame.object.text for subject in cross.subjects)


def _says_act(claim: Claim) -> bool:
    """Whether a claim says what is done, by itself or, as a task that only names a thing, by its duty."""
    return bool(claim.frame.acts) or claim.frame.stage != _UNTOLD
