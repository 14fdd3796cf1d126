"""部门职责: main duties, the concrete tasks under each, and the office that answers for each task."""

from collections.abc import Sequence
from dataclasses import dataclass

from dutygraph.ingest.document import Block, Paragraph, Table
from dutygraph.ingest.lists.contents import is_part
from dutygraph.ingest.lists.draft import ListDraft, shorten
from dutygraph.ingest.lists.grid import GridRow, grid_rows
from dutygraph.ingest.lists.items import Item, split_items
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.sections.bands import with_subjects
from dutygraph.ingest.lists.sections.duty_doubts import warn_of_doubts
from dutygraph.ingest.lists.sections.duty_prose import read_prose
from dutygraph.ingest.lists.sections.labels import without_office
from dutygraph.ingest.records import Duty, Locator, Task
from dutygraph.ingest.text import or_none

_STOPS = "。；;，,、"


def read(blocks: Sequence[Block], draft: ListDraft) -> list[Duty]:
    """Return the duties in the tables of the section, where paragraphs become warnings; without a table they are duties."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    if len(paragraphs) == len(blocks):
        return read_prose(paragraphs, draft)
    duties: list[Duty] = []
    repeated: dict[int, Locator] = {}
    for block in with_subjects(blocks, section_kinds()["duties"], "task"):
        if isinstance(block, Table):
            reading = _Reading(repeated)
            for row in grid_rows(block, "office", draft):
                _read_row(row, duties, reading, draft)
        else:
            draft.warn_unplaced(block)
    if repeated:
        at, place = next(iter(repeated.items()))
        draft.warn("filled_down", place, count=len(repeated), duty=shorten(duties[at].text))
    duties = list(map(_with_shared_basis, duties))
    warn_of_doubts(duties, draft)
    return duties


def _with_shared_basis(duty: Duty) -> Duty:
    """Return a duty with the basis that is printed once for all its tasks, in a merged cell beside the first of them."""
    first, *rest = [task.basis for task in duty.tasks] or [None]
    if first is None or None not in rest or not {*rest} <= {None, first}:
        return duty
    tasks = [task.model_copy(update={"basis": None}) for task in duty.tasks]
    return duty.model_copy(update={"basis": duty.basis or first, "tasks": tasks})


@dataclass(slots=True)
class _Reading:
    """Where the last row left off: the number of its last item."""

    repeated: dict[int, Locator]
    """By the index of a duty, the first row in which its number and text are printed again beside another task."""
    last_item: int | None = None
    above: Duty | None = None
    """The duty of the last row, None at the beginning of a table."""


def _read_row(row: GridRow, duties: list[Duty], reading: _Reading, draft: ListDraft) -> None:
    number, text = row.text("number"), row.text("duty")
    if _is_filled_down(row, reading.above):
        reading.repeated.setdefault(len(duties) - 1, row.place("duty"))
    elif _opens_duty(number, text, duties):
        duties.append(Duty(number=number, text=text, locator=row.place("duty", "number")))
        reading.last_item = None
    if not duties:
        row.warn_unplaced(draft, "before_first_duty")
        return
    duty = reading.above = duties[-1]
    items = split_items(row.cell("task"), reading.last_item)
    office, remark, basis = (or_none(row.text(role)) for role in ("office", "remark", "basis"))
    own, shared = (basis, None) if items and not _stands_before(row, "basis", "task") else (None, basis)
    for item, who in zip(items, _offices(row, items) or [office] * len(items), strict=True):
        text, named = (item.text, None) if who else without_office(item.text)
        duty.tasks.append(
            Task(text=text, office=who or named, remark=remark, basis=own, locator=item.locator)
        )
    if items:
        reading.last_item = items[-1].number
    elif office:
        draft.warn("office_without_task", row.place("office"), office=office)
    of_duty = {"remark": None if items else remark, "basis": shared}
    if any(of_duty.values()):
        whole = {name: _joined(getattr(duty, name), text) for name, text in of_duty.items()}
        duties[-1] = reading.above = duty.model_copy(update=whole)


def _stands_before(row: GridRow, one: str, other: str) -> bool:
    """Whether the column of one role stands before that of another: a basis before the tasks is the duty's."""
    order = list(row.cells)
    return one in order and other in order and order.index(one) < order.index(other)


def _joined(above: str | None, below: str | None) -> str | None:
    """Return two texts in one; what is printed again, as in a cell that was merged, counts once."""
    return above + below if above and below and above != below else above or below


def _offices(row: GridRow, items: Sequence[Item]) -> list[str | None]:
    """Return the office of each item where offices are numbered as the items are, none where they are not."""
    offices = split_items(row.cell("office")) if len(items) > 1 else []
    numbers = [item.number for item in items]
    if None in numbers or [office.number for office in offices] != numbers:
        return []
    return [or_none(office.text.rstrip(_STOPS)) for office in offices]


def _is_filled_down(row: GridRow, above: Duty | None) -> bool:
    """Whether the number and the duty of the row above are printed again beside another task, as exports of merged cells do.

    Beside the same task, or none, it is a duty that is printed twice.
    """
    if (
        above is None
        or not above.number
        or (row.text("number"), row.text("duty")) != (above.number, above.text)
    ):
        return False
    tasks = {task.text for task in above.tasks}
    items = {item.text for item in split_items(row.cell("task"), None)}
    return bool(above.text and tasks and items) and tasks.isdisjoint(items)


def _opens_duty(number: str, text: str, duties: Sequence[Duty]) -> bool:
    """A number or a new text opens a duty; the text above printed again (a cell cut in two) does not, nor 1.1 below 1."""
    if not text and duties and is_part(number, duties[-1].number):
        return False
    return bool(number or (text and not (duties and duties[-1].text == text)))
