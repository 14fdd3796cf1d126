"""Joining of table rows that a page break cut in two, by the places of cut cells that the pages gave."""

from collections.abc import Sequence, Set

from dutygraph.ingest.document import Block, Cell, Row, Span, Table
from dutygraph.ingest.lists.contents import kind_of
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.readers.pdf.lines import item_number
from dutygraph.ingest.records import Locator

_SHARED = {"basis", "case"}
"""Columns whose text may continue below a page break if the text above it is unfinished, beside those that span rows."""
_CLOSED = tuple("。；;》）)条款项号")


def join_cuts(block: Block, cut: Set[Locator]) -> Block:
    """Return a table with the cells at the places in ``cut`` joined to the ones above; other blocks as they are."""
    if not isinstance(block, Table):
        return block
    _, roles = vocabulary().roles(block.header.texts, None)
    rows: list[Row] = []
    above = [Cell() for _ in roles]
    for row in block.rows:
        own = {
            column
            for column, (cell, last) in enumerate(zip(row.cells, above, strict=True))
            if cell.text and cell.locator != last.locator
        }
        going_on = {column for column in own if row.cells[column].locator in cut}
        is_rest = going_on == own and not _is_next(row, own, above, roles)
        joined = {column for column in going_on if is_rest or _may_be_cut(roles[column], above[column])}
        for column in joined:
            _append(row.cells[column], above[column])
            row.cells[column] = Cell()
        if own - joined:
            rows.append(row)
        above = [cell if cell.text else last for cell, last in zip(row.cells, above, strict=True)]
    return Table(block.header, rows)


def _is_next(row: Row, own: Set[int], above: Sequence[Cell], roles: Sequence[str | None]) -> bool:
    """Return whether a row names somebody below a whole name, and no other cell above it was left unfinished."""
    names = {at for at in own if kind_of(above[at].text) == kind_of(row.cells[at].text) == "name"}
    rest = [at for at in own - names if roles[at] not in vocabulary().spans_rows]
    return bool(names) and all(above[at].text.endswith(_CLOSED) for at in rest)


def _may_be_cut(role: str | None, above: Cell) -> bool:
    """Return whether a cell may continue the one above although a new row begins beside it."""
    return role in vocabulary().spans_rows or (role in _SHARED and not above.text.endswith(_CLOSED))


def _append(cell: Cell, to: Cell) -> None:
    """Append a cell's paragraphs; the first continues the last one above, unless it is an item of a list."""
    first, *rest = cell.spans
    if to.spans and item_number(first.text) is None:
        last = to.spans[-1]
        to.spans[-1] = Span(last.text + first.text, last.locator)
    else:
        to.spans.append(first)
    to.spans.extend(rest)
