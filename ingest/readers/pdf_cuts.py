"""Rows of a table that a page break cut in two, joined again: where their cells go on is known from the pages."""

from collections.abc import Set

from ingest.document import Block, Cell, Row, Span, Table
from ingest.readers.pdf_lines import item_number
from ingest.records import Locator
from ingest.vocabulary import vocabulary

_FIRST = {"duty", "matter"}
"""Columns that stand once for several rows: a cell of theirs may be cut where a new row begins beside it."""
_SHARED = {"basis", "case"}
"""Columns that may do so; there the text above must also be left open."""
_CLOSED = tuple("。；;》）)条款项号")


def join_cuts(block: Block, cut: Set[Locator]) -> Block:
    """Return a table with the cells at the places in ``cut`` joined to the ones above; other blocks as they are."""
    if not isinstance(block, Table):
        return block
    _, roles = vocabulary().roles([cell.text for cell in block.header.cells], None)
    rows: list[Row] = []
    above = [Cell() for _ in roles]
    for row in block.rows:
        joined = _columns_to_join(row, roles, cut, [cell.text for cell in above])
        for column in joined:
            _append(row.cells[column], above[column])
            row.cells[column] = Cell()
        if not joined or row.text:
            rows.append(row)
        above = [cell if cell.text else last for cell, last in zip(row.cells, above, strict=True)]
    return Table(block.header, rows)


def _columns_to_join(row: Row, roles: list[str | None], cut: Set[Locator], above: list[str]) -> set[int]:
    """All that is filled, if all of it goes on, or else what stands once for several rows."""
    filled = {column for column, cell in enumerate(row.cells) if cell.text}
    going_on = {column for column in filled if row.cells[column].locator in cut}
    if going_on == filled:
        return filled
    return {
        column
        for column in going_on
        if roles[column] in _FIRST or (roles[column] in _SHARED and not above[column].endswith(_CLOSED))
    }


def _append(cell: Cell, to: Cell) -> None:
    """The first paragraph goes on with the last one above, unless it is a new item of a list."""
    first, *rest = cell.spans
    if to.spans and item_number(first.text) is None:
        last = to.spans[-1]
        to.spans[-1] = Span(last.text + first.text, last.locator)
    else:
        to.spans.append(first)
    to.spans.extend(rest)
