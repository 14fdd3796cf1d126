"""Joining of rows that a page break cut in two: the second half continues the cells of the row above."""

import re
from collections.abc import Sequence

from dutygraph.ingest.document import Cell, Row, Span
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.text import MARKUP, clean

_CLOSED = "。；;：:！!？?"
_GOING_ON = "，,、（(《“"
_AMID = "，,、。；;）)》”"
_FEWEST_ALIKE = 2
_SHARE_ALIKE = 0.1
"""Of the rows that are not cut, so many look like second halves where that is how the table is written."""
_LEADING_MARKUP = re.compile(rf"^\s*(?:{MARKUP.pattern}\s*)+", re.IGNORECASE)


def join_cut_rows(header: list[Cell], rows: list[Row], breaks: set[int]) -> list[Row]:
    """Return the rows with second halves joined to the rows above.

    ``breaks`` holds the indexes of the rows behind a page break (a blank line). Rows elsewhere are none, so where these look
    like second halves too (texts without a stop, offices left blank), only a text that is cut in a sentence tells one.
    """
    _, roles = vocabulary().roles([cell.text for cell in header], None)
    usual = _look_cut(rows, breaks, roles)
    joined: list[Row] = []
    above = [Cell() for _ in header]
    """The last filled cell of each column."""
    for index, row in enumerate(rows):
        if (
            index in breaks
            and joined
            and _is_second_half(row, above, roles)
            and (not usual or _goes_on(row, above))
        ):
            whole = _split_off(row, above, roles)
            _append(row, joined[-1], above, roles)
            if whole:
                joined.append(whole)
        else:
            joined.append(row)
        above = _last_filled(joined[-1], above)
    return joined


def _look_cut(rows: Sequence[Row], breaks: set[int], roles: list[str | None]) -> bool:
    """Return whether rows that are not cut look like second halves, more than one of them and more than now and then."""
    looks = inside = 0
    above: list[Cell] = []
    for index, row in enumerate(rows):
        above = above or [Cell() for _ in row.cells]
        if index and index not in breaks:
            inside += 1
            looks += _is_second_half(row, above, roles)
        above = _last_filled(row, above)
    return looks >= _FEWEST_ALIKE and looks >= inside * _SHARE_ALIKE


def _last_filled(row: Row, above: Sequence[Cell]) -> list[Cell]:
    return [cell if cell.text else last for cell, last in zip(row.cells, above, strict=True)]


def _goes_on(row: Row, above: Sequence[Cell]) -> bool:
    """Return whether a text is cut in a sentence: by a mark at its end or the row's beginning, or in a bracket."""
    return any(
        last.text[-1] in _GOING_ON or cell.text[0] in _AMID or last.text.count("（") > last.text.count("）")
        for cell, last in zip(row.cells, above, strict=True)
        if cell.text and last.text
    )


def _is_second_half(row: Row, above: list[Cell], roles: list[str | None]) -> bool:
    """Return whether a row is a second half: it has no number, continues an unfinished text, and names no office or body.

    It may name one if a column that spans rows is cut too.
    """
    texts = {role: cell.text for role, cell in zip(roles, row.cells, strict=True) if role}
    if texts.get("number") or not any(texts.values()):
        return False
    columns = zip(roles, row.cells, above, strict=True)
    cut = {role for role, cell, last in columns if role and cell.text and _is_open(last.text)}
    names_somebody = any(texts.get(role) for role in vocabulary().fills_row)
    return bool(cut & vocabulary().spans_rows) or (bool(cut) and not names_somebody)


def _split_off(row: Row, above: list[Cell], roles: list[str | None]) -> Row | None:
    """Take off a second half what is a whole row beside a cut cell that spans it: a task with its office; None without.

    The texts above such a row are finished.
    """
    own = [at for at, role in enumerate(roles) if row.cells[at].text and role not in vocabulary().spans_rows]
    names = [at for at in own if roles[at] in vocabulary().fills_row]
    texts = [at for at in own if at not in names]
    if not (names and texts) or any(_is_open(above[at].text) for at in texts):
        return None
    cells = [cell if at in own else Cell() for at, cell in enumerate(row.cells)]
    row.cells = [Cell() if at in own else cell for at, cell in enumerate(row.cells)]
    return Row(cells)


def _is_open(text: str) -> bool:
    return bool(text) and text[-1] not in _CLOSED


def _append(row: Row, to: Row, above: list[Cell], roles: list[str | None]) -> None:
    """Append each cell to the last filled one of its column, or to the row above if the column has none."""
    for column, cell in enumerate(row.cells):
        target = above[column]
        if not cell.text:
            continue
        if not target.text:
            to.cells[column].spans.extend(cell.spans)
        elif roles[column] not in vocabulary().fills_row or not _repeats(cell, target):
            first, *rest = cell.spans
            target.spans.append(Span(_LEADING_MARKUP.sub("", first.text), first.locator))
            target.spans.extend(rest)


def _repeats(cell: Cell, target: Cell) -> bool:
    """Return whether a cell only repeats the name above, once or more (printed again on the new page)."""
    parts = {
        clean(part) for span in cell.spans for part in re.split(MARKUP.pattern, span.text) if clean(part)
    }
    return parts == {target.text}
