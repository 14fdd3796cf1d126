"""How far a review has come: how many findings or topics stand where, as the lengths of a bar."""

from collections.abc import Mapping
from dataclasses import dataclass

from dutygraph.queries.findings.models import Status
from dutygraph.queries.findings.review.current_verdicts import STATUSES


@dataclass(frozen=True, slots=True)
class Stretch:
    """Those with one status: how many, and where in the bar, from 0 to 100."""

    status: Status
    count: int
    begin: float
    width: float


@dataclass(frozen=True, slots=True)
class Progress:
    """All stretches in the order of the statuses, those that wait last."""

    total: int
    judged: int
    stretches: list[Stretch]


def progress_of(counts: Mapping[str, int]) -> Progress:
    """Return how far findings or topics have come of which so many have each status."""
    total = sum(counts.values())
    order = [status for status in (*_JUDGED, "to_confirm", "open") if counts.get(status)]
    stretches: list[Stretch] = []
    done = 0
    for status in order:
        stretches.append(Stretch(status, counts[status], 100 * done / total, 100 * counts[status] / total))
        done += counts[status]
    return Progress(total, sum(counts.get(status, 0) for status in _JUDGED), stretches)


_JUDGED: tuple[Status, ...] = tuple(status for status in STATUSES if status not in ("open", "to_confirm"))
