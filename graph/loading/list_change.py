"""What reading a list changed in the graph."""

from dataclasses import dataclass, field
from typing import Literal

from dutygraph.graph.loading.entry_changes import EntryChange, EntryCounts
from dutygraph.ingest.records import DutyList, ParseWarning

State = Literal["added", "replaced", "unchanged", "removed", "skipped"]
"""A list is removed when its file, or another file with a list of its body, is read and does not bring it again. A list
is skipped when nobody could be held to it, or nothing of it was read."""


@dataclass(frozen=True, slots=True)
class ListChange:
    """What reading a list changed in the graph: its entries by number, each that changed, and what could not be placed."""

    department: str
    source: str
    state: State
    counts: EntryCounts = field(default_factory=dict)
    entries: tuple[EntryChange, ...] = ()
    """Those of a list that was replaced; of one that came or went as a whole all did."""
    placed: float | None = None
    """The share of its characters that was placed, see ``DutyList.placed``; None of a list that is not in the graph."""
    read_in_part: bool = False
    """Whether it, or a section of it, was read in part (``DutyList.read_in_part``)."""
    reason: ParseWarning | None = None
    """Why a list was skipped; one of its warnings."""
    warnings: tuple[ParseWarning, ...] = ()


def is_read_in_part(duty_list: DutyList) -> bool:
    """Return whether a list, or a section of it, was read in part."""
    return duty_list.read_in_part or bool(duty_list.sections_read_in_part)
