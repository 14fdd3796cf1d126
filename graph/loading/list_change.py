"""What reading a list changed in the graph, and which of its duties came, went or were reworded."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from dutygraph.graph.identity import normalised
from dutygraph.ingest.records import DutyList, ParseWarning

State = Literal["added", "replaced", "unchanged", "removed", "skipped"]
"""A list is removed when its file, or another file with a list of its body, is read and does not bring it again. A list
without a department is skipped: nobody could be held to it."""

_SAME_DUTY = 0.6
"""Two duty texts count as one that was reworded when difflib finds so much of them in common."""

_MOST_COMPARED = 20_000
"""Pairs of texts of a list that are compared for that; of more texts only those that stand at about the same place."""

_LONGEST_COMPARED = 500
"""Characters of a duty that are compared, from its beginning; the time grows with their square."""


@dataclass(frozen=True, slots=True)
class ListChange:
    """What reading a list changed in the graph: duties by number, and what the graph could not place."""

    department: str
    source: str
    state: State
    duties_added: int = 0
    duties_removed: int = 0
    duties_changed: int = 0
    placed: float = 1.0
    """The share of its characters that was placed, see ``DutyList.placed``."""
    warnings: tuple[ParseWarning, ...] = ()


def compare_duties(old: Sequence[str], new: DutyList) -> tuple[int, int, int]:
    """Count duties added, removed and changed; a duty is known by its text, a reworded one by most of it."""
    before = Counter(normalised(text) for text in old)
    after = Counter(normalised(duty.text) for duty in new.duties)
    gone, come = _beginnings(before - after), _beginnings(after - before)
    changed, every = 0, list(come)
    for place, text in enumerate(every):
        near = _near(gone, place / len(every), _MOST_COMPARED // len(every))
        for partner in get_close_matches(text, near, n=1, cutoff=_SAME_DUTY):
            gone.remove(partner)
            come.remove(text)
            changed += 1
    return len(come), len(gone), changed


def _near(texts: Sequence[str], place: float, most: int) -> Sequence[str]:
    """Return ``most`` of the texts (one at least) that stand about there, from 0 to 1; all when there are no more."""
    most = max(1, most)
    start = min(max(0, round(place * len(texts)) - most // 2), max(0, len(texts) - most))
    return texts[start : start + most]


def _beginnings(texts: Counter[str]) -> list[str]:
    return [text[:_LONGEST_COMPARED] for text in texts.elements()]
