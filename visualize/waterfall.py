"""A score as the sum of its parts: where each part begins and ends, for a picture (瀑布图)."""

from dataclasses import dataclass
from itertools import accumulate

from dutygraph.queries.findings.models import Finding, Part

_ROUNDED = 0.02
"""Parts are rounded one by one, so that their sum may miss the score a little."""


@dataclass(frozen=True, slots=True)
class WaterfallStep:
    """A part, and the stretch between 0 and 1 that it adds or takes away."""

    part: Part
    begin: float
    width: float

    @property
    def falls(self) -> bool:
        """Whether it takes away."""
        return self.part.value < 0


def waterfall(finding: Finding) -> list[WaterfallStep]:
    """Return the steps that lead to a finding's score; none when its parts do not add up to the score."""
    if abs(sum(part.value for part in finding.parts) - finding.score) > _ROUNDED:
        return []
    sums = list(accumulate((part.value for part in finding.parts), initial=0.0))
    return [
        WaterfallStep(part, min(before, after), abs(part.value))
        for part, before, after in zip(finding.parts, sums, sums[1:], strict=False)
    ]
