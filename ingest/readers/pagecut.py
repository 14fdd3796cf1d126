"""Rows that a page break cut in two are joined: the second half continues the cells of the row above."""

import re

from ingest.document import Cell, Row, Span
from ingest.text import MARKUP, clean
from ingest.vocabulary import vocabulary

_CLOSED = "。；;：:！!？?"
_KEYS = {"office", "party", "handler", "name"}
"""Columns that a row of its own fills: who does it."""
_FIRST = {"duty", "matter"}
"""Columns that stand once for several rows."""
_LEADING_MARKUP = re.compile(rf"^\s*(?:{MARKUP.pattern}\s*)+", re.IGNORECASE)


def join_cut_rows(header: list[Cell], rows: list[Row], breaks: set[int]) -> list[Row]:
    """Return the rows with second halves joined to first halves.

    ``breaks`` holds the indexes of rows that stand right after a page break (a blank line).
    """
    _, roles = vocabulary().roles([cell.text for cell in header], None)
    joined: list[Row] = []
    for index, row in enumerate(rows):
        if index in breaks and joined and _is_second_half(row, joined, roles):
            _append(row, joined, roles)
        else:
            joined.append(row)
    return joined


def _is_second_half(row: Row, above: list[Row], roles: list[str | None]) -> bool:
    """A second half has no number; it continues an open text, and names nobody unless its first column is cut too."""
    texts = {role: cell.text for role, cell in zip(roles, row.cells, strict=True) if role}
    if texts.get("number") or not any(texts.values()):
        return False
    cut = {
        role
        for column, role in enumerate(roles)
        if role and row.cells[column].text and _is_open(_filled_above(above, column))
    }
    names_somebody = any(texts.get(role) for role in _KEYS)
    return bool(cut & _FIRST) or (bool(cut) and not names_somebody)


def _filled_above(above: list[Row], column: int) -> Cell | None:
    return next((row.cells[column] for row in reversed(above) if row.cells[column].text), None)


def _is_open(cell: Cell | None) -> bool:
    return cell is not None and cell.text[-1] not in _CLOSED


def _append(row: Row, above: list[Row], roles: list[str | None]) -> None:
    for column, cell in enumerate(row.cells):
        target = _filled_above(above, column)
        if not cell.text:
            continue
        if target is None:
            above[-1].cells[column].spans.extend(cell.spans)
        elif roles[column] not in _KEYS or not _repeats(cell, target):
            first, *rest = cell.spans
            target.spans.append(Span(_LEADING_MARKUP.sub("", first.text), first.locator))
            target.spans.extend(rest)


def _repeats(cell: Cell, target: Cell) -> bool:
    """Whether a cell only repeats the name above, once or several times (printed again on the new page)."""
    parts = {
        clean(part) for span in cell.spans for part in re.split(MARKUP.pattern, span.text) if clean(part)
    }
    return parts == {target.text}
