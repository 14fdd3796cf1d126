"""What looks wrong in a table of duties that was read: numbers that are out of sequence, a number alone, exchanged cells."""

from collections.abc import Sequence
from itertools import pairwise

from dutygraph.ingest.lists.contents import kind_of
from dutygraph.ingest.lists.draft import ListDraft, shorten
from dutygraph.ingest.numerals import value_of_number
from dutygraph.ingest.records import Duty, Task


def warn_of_doubts(duties: Sequence[Duty], draft: ListDraft) -> None:
    """Warn of numbers that are repeated or skipped, of duties without a text, and of tasks that are names of offices.

    A table, or a part of one, may count from 1 again.
    """
    numbered = [(duty, number) for duty in duties if (number := value_of_number(duty.number)) is not None]
    for (above, last), (duty, number) in pairwise(numbered):
        if number == last or number not in (1, last + 1):
            draft.warn("duty_number", duty.locator, above=above.number, number=duty.number)
    for duty in duties:
        if duty.number and not duty.text:
            draft.warn("number_without_duty", duty.locator, number=duty.number)
        for task in duty.tasks:
            if _is_exchanged(task):
                draft.warn(
                    "exchanged_cells",
                    task.locator,
                    task=shorten(task.text),
                    office=shorten(task.office or ""),
                )


def _is_exchanged(task: Task) -> bool:
    """Whether the name of an office stands in the place of a task, beside a text that names none."""
    return bool(task.office) and kind_of(task.text) == "name" and kind_of(task.office or "") == "text"
