"""部门职责: main duties, the concrete tasks under each, and the office that answers for each task."""

from collections.abc import Sequence

from ingest.document import Block, Table
from ingest.draft import ListDraft
from ingest.grid import GridRow, grid_rows
from ingest.items import split_items
from ingest.records import Duty, Task
from ingest.text import or_none

SECTION = "部门职责"


def read_duties(blocks: Sequence[Block], draft: ListDraft) -> None:
    """Read the duty tables of a list into the draft."""
    for block in blocks:
        if isinstance(block, Table):
            reading = _Reading()
            for row in grid_rows(block, SECTION, "office", draft):
                _read_row(row, reading, draft)
        else:
            draft.warn_unplaced(block, SECTION)


class _Reading:
    """Where the last row left off."""

    def __init__(self) -> None:
        self.last_item: int | None = None


def _read_row(row: GridRow, reading: _Reading, draft: ListDraft) -> None:
    number, text = row.text("number"), row.text("duty")
    if _opens_duty(number, text, draft.duties):
        draft.duties.append(Duty(number=number, text=text, locator=_duty_place(row)))
        reading.last_item = None
    if not draft.duties:
        draft.warn_unplaced(row.cell("task"), f"{SECTION}：首个职责之前的行")
        return
    duty = draft.duties[-1]
    items = split_items(row.cell("task"), reading.last_item)
    office, remark = or_none(row.text("office")), or_none(row.text("remark"))
    duty.tasks.extend(
        Task(text=item.text, office=office, remark=remark, locator=item.locator) for item in items
    )
    if items:
        reading.last_item = items[-1].number
    else:
        draft.duties[-1] = _without_task(duty, office, remark, row, draft)


def _opens_duty(number: str, text: str, duties: Sequence[Duty]) -> bool:
    """A number or a new text opens a duty; the text above printed again (a cell cut in two) does not."""
    if not number and text:
        return not duties or duties[-1].text != text
    return bool(number)


def _duty_place(row: GridRow):  # type: ignore[no-untyped-def]
    cell = row.cell("duty")
    return cell.locator if cell.text else row.cell("number").locator or row.locator


def _without_task(duty: Duty, office: str | None, remark: str | None, row: GridRow, draft: ListDraft) -> Duty:
    """A row without a task: its remark is the duty's, an office has nothing to stand at."""
    if office:
        draft.warn(
            "office_without_task", f"{SECTION}：“{office}”所在行没有具体工作事项", row.cell("office").locator
        )
    if remark and duty.remark is None:
        return duty.model_copy(update={"remark": remark})
    return duty
