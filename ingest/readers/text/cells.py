"""Tables with one cell per line: a line that starts with a tab starts a cell, other lines continue the one above.

A blank line ends a row, but also stands inside cells, so rows are counted off by the header's number of columns;
blank lines only help to find a row again that lost cells.
"""

import re
from collections.abc import Callable
from functools import partial

from dutygraph.ingest.document import Cell, Row, Table
from dutygraph.ingest.lists.headings import read_heading
from dutygraph.ingest.lists.titles import begins_list
from dutygraph.ingest.lists.vocabulary import NUMBER, vocabulary
from dutygraph.ingest.readers.text.lines import Lines
from dutygraph.ingest.text import clean

_NUMBERED = re.compile(rf"^{NUMBER}")
_PARAGRAPH_GAP = 2
"""Blank lines behind a complete row that end the table: that of the row, and that of the paragraph."""


def read_table(lines: Lines) -> Table:
    """Read the table that starts at the cursor, and leave the cursor behind it."""
    header = _read_header(lines)
    rows = _Rows(width=len(header.cells))
    blanks = 0
    while not lines.at_end:
        if lines.is_cell:
            start = lines.at
            rows.add(
                _take_cell(lines),
                starts_segment=blanks > 0,
                segment=partial(_segment_length, lines, start, rows.width),
            )
            blanks = 0
        elif lines.is_blank_at(lines.at):
            lines.at += 1
            blanks += 1
        elif _ends_table(lines, blanks, row_complete=rows.complete):
            break
        else:
            rows.extend(lines)
            blanks = 0
    return Table(header, rows.finish())


class _Rows:
    """The rows of a table while they are read: complete ones, and the cells of the open one."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.rows: list[Row] = []
        self.open: list[Cell] = []

    @property
    def complete(self) -> bool:
        """Whether the open row is empty or as wide as the header."""
        return len(self.open) in (0, self.width)

    def add(self, cell: tuple[Cell, bool], *, starts_segment: bool, segment: Callable[[], int]) -> None:
        """Add a cell, with whether cells before it are lost; ``segment`` counts the cells up to the next blank line."""
        body, lost_before = cell
        have = len(self.open)
        if have == self.width:
            self.close()
        elif lost_before and have:
            self._refill(segment())
        elif starts_segment and have and have + segment() > self.width:
            self.close()
        self.open.append(body)

    def _refill(self, segment: int) -> None:
        """Add blank cells for lost ones: in this row if ``segment`` more cells fit, else up to the next row's number."""
        missing = self.width - len(self.open) - segment
        if missing >= 0:
            self.open.extend(Cell() for _ in range(missing))
        else:
            self.close()
            self.open.append(Cell())

    def extend(self, lines: Lines) -> None:
        """Append a line of text to the cell above."""
        cell = self.open[-1] if self.open else self.rows[-1].cells[-1]
        cell.spans.append(lines.take())

    def close(self) -> None:
        """End the open row, filled up with blank cells."""
        self.open.extend(Cell() for _ in range(self.width - len(self.open)))
        self.rows.append(Row(self.open))
        self.open = []

    def finish(self) -> list[Row]:
        """End the open row if there is one; return all rows."""
        if self.open:
            self.close()
        return self.rows


def _read_header(lines: Lines) -> Row:
    """Return the cells of the first run, and of further runs that consist of header words only."""
    names_column = vocabulary().names_column
    cells: list[Cell] = []
    while not lines.at_end and lines.is_cell:
        start = lines.at
        run = _take_run(lines)
        if cells and not all(names_column(cell.text) for cell in run):
            lines.at = start
            break
        cells.extend(run)
        behind = lines.at
        while not lines.at_end and lines.is_blank_at(lines.at):
            lines.at += 1
        if lines.at_end or not lines.is_cell:
            lines.at = behind
            break
    return Row(cells)


def _take_run(lines: Lines) -> list[Cell]:
    """Return the cells up to a blank line before another cell; text behind a blank line continues its cell."""
    cells: list[Cell] = []
    while not lines.at_end:
        if lines.is_cell:
            cells.append(_take_cell(lines)[0])
        elif lines.is_blank_at(lines.at):
            ahead = lines.at
            while ahead < len(lines.lines) and lines.is_blank_at(ahead):
                ahead += 1
            if ahead == len(lines.lines) or lines.is_cell_at(ahead) or ahead - lines.at >= _PARAGRAPH_GAP:
                break
            lines.at = ahead
        else:
            cells[-1].spans.append(lines.take())
    return cells


def _take_cell(lines: Lines) -> tuple[Cell, bool]:
    """Return the cell of the current line, and whether cells before it are lost: then blanks stand before its tab."""
    span = lines.take()
    return Cell([span]), not span.text.startswith("\t")


def _segment_length(lines: Lines, start: int, width: int) -> int:
    """Return the number of cells from line ``start`` to the next blank line or lost cell, at most ``width`` + 1."""
    count = 0
    for index in range(start, len(lines.lines)):
        if lines.is_blank_at(index) or count > width:
            break
        if lines.is_cell_at(index):
            if count and not lines.lines[index].startswith("\t"):
                break
            count += 1
    return count


def _ends_table(lines: Lines, blanks: int, *, row_complete: bool) -> bool:
    """Return whether the line of text at the cursor stands behind the table rather than in its last cell."""
    line = clean(lines.current)
    if begins_list(line, lines.below, stands_apart=blanks > 0):
        return True
    heading = read_heading(line).section is not None
    if row_complete:
        return heading or blanks >= _PARAGRAPH_GAP
    return heading and bool(_NUMBERED.match(line))
