"""Which stretch of either text is marked: the clause that counts, with what both go on to print in the same words."""

import re

from dutygraph.graph.analysis.overlap.claims.claim import Claim
from dutygraph.graph.analysis.overlap.pairs.groups import DutyPair

Span = tuple[int, int]
"""Start and end, in characters of the printed text."""
_END = re.compile("[，。；、,;]|$")
"""What ends a stretch that tells something by itself."""


def marked_spans(pair: DutyPair) -> tuple[Span, Span]:
    """Return the stretches of the left and the right text of a pair that are marked."""
    left, right = pair.claims
    behind = before = 0
    if left.said == right.said:
        behind = _alike(_behind(left), _behind(right))
        before = _alike(_before(left), _before(right))
    return _widened(left, before, behind), _widened(right, before, behind)


def _widened(claim: Claim, before: int, behind: int) -> Span:
    return claim.clause.start - before, claim.clause.end + behind


def _behind(claim: Claim) -> str:
    return claim.statement.text[claim.clause.end :]


def _before(claim: Claim) -> str:
    return claim.statement.text[: claim.clause.start][::-1]


def _alike(one: str, other: str) -> int:
    """Return for how many characters two texts go on alike, up to a mark before which both stop."""
    differing = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    most = next(differing, min(len(one), len(other)))
    ends = (
        end
        for end in range(most, 0, -1)
        if _END.match(one, end) and _END.match(other, end) and not _END.match(one, end - 1)
    )
    return next(ends, 0)
