"""Duties printed as paragraphs, without a table: a duty for each; items numbered in another way are its tasks.

Tasks and the office may stand in lines with a label: 具体工作事项：…, 责任科室：….
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dutygraph.ingest.document import Cell, Paragraph, Span
from dutygraph.ingest.lists.draft import ListDraft
from dutygraph.ingest.lists.items import split_items
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.sections.labels import STOPS, labelled, without_office
from dutygraph.ingest.lists.sections.prose_lines import (
    COLONS,
    ProseLine,
    content_and_remarks,
)
from dutygraph.ingest.records import Duty, Task
from dutygraph.ingest.text import or_none

_STOPS = tuple("。；;！!")
_LABELLED = ("task", "office")


@dataclass(slots=True)
class _Piece:
    """A duty, or a task of one, while its lines are read."""

    first: ProseLine
    texts: list[str]
    tasks: list["_Piece"] = field(default_factory=list)
    office: str = ""

    @property
    def text(self) -> str:
        return "".join(self.texts)


def read_prose(paragraphs: Sequence[Paragraph], draft: ListDraft) -> list[Duty]:
    """Return the duties of the paragraphs under a heading of duties; what only leads in to them becomes a warning."""
    lines, unplaced = content_and_remarks(paragraphs, section_kinds()["duties"], _LABELLED)
    top = next((line.style for line in lines if line.style), None)
    if lines and lines[0].text.endswith(COLONS):
        top = lines[0].style
    duties: list[_Piece] = []
    runs_on = 2 * sum(line.text.endswith(_STOPS) for line in lines) > len(lines)
    for line in lines:
        if duties and (parts := _parts(line)):
            _add_parts(duties[-1], line, parts)
        elif line.style == top and not (top is None and runs_on and _is_open(duties)):
            duties.append(_Piece(line, [line.text]))
        elif not duties:
            unplaced.append(line)
        else:
            _add(duties[-1], line)
    for line in unplaced:
        draft.warn_unplaced(line.paragraph)
    return [_duty(duty) for duty in duties]


def _parts(line: ProseLine) -> list[tuple[str, str]]:
    return list(labelled(line.text, "duties", _LABELLED))


def _add_parts(duty: _Piece, line: ProseLine, parts: Sequence[tuple[str, str]]) -> None:
    """Add the tasks and the office that a line names behind their labels to a duty.

    An office is that of the tasks above that have none yet, or else of the duty.
    """
    for role, text in parts:
        if role == "office":
            for piece in [task for task in duty.tasks if not task.office] or [duty]:
                piece.office += text.strip(STOPS)
        else:
            items = split_items(Cell([Span(text, line.locator)]))
            duty.tasks += [_Piece(line, [item.text]) for item in items]


def _is_open(duties: Sequence[_Piece]) -> bool:
    """Whether the sentence above goes on: a conversion cut its paragraph in two."""
    return bool(duties) and not (duties[-1].tasks or duties[-1].text.endswith(_STOPS + COLONS))


def _add(duty: _Piece, line: ProseLine) -> None:
    """Add a line as a task if it is numbered like the tasks of its duty, else to the text above."""
    if line.style and (not duty.tasks or duty.tasks[0].first.style == line.style):
        duty.tasks.append(_Piece(line, [line.text]))
    else:
        (duty.tasks[-1] if duty.tasks else duty).texts.append(line.paragraph.text)


def _duty(duty: _Piece) -> Duty:
    tasks = [
        Task(text=text, office=office or or_none(task.office or duty.office), locator=task.first.locator)
        for task in duty.tasks
        for text, office in [without_office(task.text)]
    ]
    return Duty(number=duty.first.number, text=duty.text, locator=duty.first.locator, tasks=tasks)
