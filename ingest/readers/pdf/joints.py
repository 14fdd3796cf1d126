"""Joints of tables at page breaks: which cells of a page's first row belong to cells of the page before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dutygraph.ingest.lists.contents import is_number
from dutygraph.ingest.readers.pdf.lines import goes_on, is_torn, item_number
from dutygraph.ingest.readers.pdf.pages import CellBox, TablePart

_SAME = 8.0
"""Points; the edges of a column differ by less between pages."""
_CLOSED = tuple("。；;！!")
_LONGEST_NUMBER = 3
"""Most digits of the number of a row; telephone numbers have more."""


@dataclass(frozen=True, slots=True)
class TableStyle:
    """The layout of a table: whether its first column has merged cells, and whether texts are centred vertically."""

    merges: bool
    centres: bool


def table_style(parts: Sequence[TablePart]) -> TableStyle:
    """Return the layout of a table, from the cells of its parts."""
    return TableStyle(
        merges=any(
            part.is_merged(row[0]) for part in parts for row in part.rows if row[0].x0 - part.x0 < _SAME
        ),
        centres=any(_is_centred(box) for part in parts for row in part.rows for box in row),
    )


class PageJoint:
    """The end of a page and the first row of the next one, in the middle of a table."""

    def __init__(
        self,
        above: TablePart,
        below: TablePart,
        first: Sequence[CellBox],
        style: TableStyle,
        filled: Sequence[float],
    ) -> None:
        """``filled`` are the left edges, from that of the table, of cells at the end that have a text on an earlier page."""
        self._above = above
        self._below = below
        self._first = first
        self._filled = filled
        self._ends = above.last_boxes()
        self._style = style
        self._is_new = bool(first[0].text) and not (self._goes_on(first[0]) or self._belongs_above(first[0]))
        self._is_numbered = any(is_number(box.text) for box in first)
        self._is_rest = style.centres and all(
            self._goes_on(box) or self._is_blank_above(box) for box in first if box.text
        )

    def cuts(self, box: CellBox) -> bool:
        """Return whether a cell continues the text of the cell above, which had no room for it."""
        return (not self._is_new or self._is_spanning(box)) and self._goes_on(box)

    def _is_spanning(self, box: CellBox) -> bool:
        """Return whether an unfinished cell spans rows on either page, so that a new row beside it tells nothing of it.

        A row with a number of its own begins all of its cells.
        """
        end = self._end(box)
        if self._is_numbered or end is None or end.text.endswith(_CLOSED):
            return False
        return self._below.is_merged(box) or self._above.is_merged(end)

    def covers(self, box: CellBox) -> bool:
        """Return whether a blank cell is the rest of a cell that is merged over several rows."""
        end = self._end(box)
        if self._is_new or box.text or end is None:
            return False
        return self._above.is_merged(end) or self._below.is_merged(box)

    def lifts(self, box: CellBox) -> bool:
        """Return whether a text belongs to the cell above: it is centred in a cell whose middle is on this page."""
        return not self._is_new and self._is_blank_above(box) and (self._is_rest or self._belongs_above(box))

    def _belongs_above(self, box: CellBox) -> bool:
        """Return whether a cell is the lower part of one as high as the merged, blank cell in the first column."""
        end, first = self._end(box), self._end(self._first[0])
        centred_group = self._style.merges and self._style.centres and self._is_blank_above(self._first[0])
        if not (centred_group and end and first):
            return False
        level = abs(end.top - first.top) < _SAME and abs(box.bottom - self._first[0].bottom) < _SAME
        return level and self._is_blank_above(box)

    def _is_blank_above(self, box: CellBox) -> bool:
        end = self._end(box)
        if end is None or end.text or not box.text:
            return False
        return all(abs(box.x0 - self._below.x0 - edge) > _SAME for edge in self._filled)

    def _goes_on(self, box: CellBox) -> bool:
        """Return whether a text continues the one above: no room was left there, or it is the next item of a list.

        Row numbers never do.
        """
        end = self._end(box)
        if end is None or not end.lines or not box.lines:
            return False
        if box.text.isdigit() and len(end.text) <= _LONGEST_NUMBER:
            return False
        items = [number for line in end.lines if (number := item_number(line.text))]
        follows = bool(items) and item_number(box.text) == items[-1] + 1
        padding = self._above.padding
        first = replace(box.lines[0], text=box.text)
        full = goes_on(end.lines[-1], first, end.x0 + padding, end.x1 - padding)
        return follows or full or is_torn(end.text, box.text)

    def _end(self, box: CellBox) -> CellBox | None:
        """Return the last cell above in the same column, None if there is none."""
        offset = box.x0 - self._below.x0
        return next((end for end in self._ends if abs(end.x0 - self._above.x0 - offset) < _SAME), None)


def _is_centred(box: CellBox) -> bool:
    """Return whether more than a line is free above the text, and as much below it."""
    if not box.lines:
        return False
    above, below = box.lines[0].top - box.top, box.bottom - box.lines[-1].bottom
    return above > box.lines[0].size and abs(above - below) < box.lines[0].size
