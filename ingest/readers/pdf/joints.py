"""Where a table goes on from one page to the next: which cells of the first row belong to cells above the break."""

from collections.abc import Sequence
from dataclasses import dataclass

from dutygraph.ingest.readers.pdf.lines import goes_on, item_number
from dutygraph.ingest.readers.pdf.pages import Box, Part

_SAME = 8.0
"""Points by which edges of one column may differ between pages."""
_LONGEST_NUMBER = 3
"""Digits of the number of a row; telephone numbers have more."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a table is set: whether its first column has merged cells, and whether texts stand in the middle of cells."""

    merges: bool
    centres: bool


def style_of(parts: Sequence[Part]) -> Style:
    """Return the style that the cells of a table show."""
    return Style(
        merges=any(
            part.is_merged(row[0]) for part in parts for row in part.rows if row[0].x0 - part.x0 < _SAME
        ),
        centres=any(_is_centred(box) for part in parts for row in part.rows for box in row),
    )


class Joint:
    """The end of a page and the first row of the next one, in the middle of a table."""

    def __init__(self, above: Part, below: Part, first: Sequence[Box], style: Style) -> None:
        self._above = above
        self._below = below
        self._first = first
        self._ends = above.last_boxes()
        self._style = style
        self._is_new = bool(first[0].text) and not (self._goes_on(first[0]) or self._belongs_above(first[0]))
        self._is_rest = style.centres and all(
            self._goes_on(box) or self._is_blank_above(box) for box in first if box.text
        )

    def cuts(self, box: Box) -> bool:
        """Say whether a cell goes on with the text above, which had no room for it."""
        return not self._is_new and self._goes_on(box)

    def covers(self, box: Box) -> bool:
        """Say whether a blank cell is the rest of one that is merged over several rows."""
        end = self._end(box)
        if self._is_new or box.text or end is None:
            return False
        return self._above.is_merged(end) or self._below.is_merged(box)

    def lifts(self, box: Box) -> bool:
        """Say whether a text is that of the cell above, whose middle came to stand on this page."""
        return not self._is_new and self._is_blank_above(box) and (self._is_rest or self._belongs_above(box))

    def _belongs_above(self, box: Box) -> bool:
        """Whether a cell is the lower piece of one as high as that in the first column, which is merged and blank."""
        end, first = self._end(box), self._end(self._first[0])
        centred_group = self._style.merges and self._style.centres and self._is_blank_above(self._first[0])
        if not (centred_group and end and first):
            return False
        level = abs(end.top - first.top) < _SAME and abs(box.bottom - self._first[0].bottom) < _SAME
        return level and self._is_blank_above(box)

    def _is_blank_above(self, box: Box) -> bool:
        end = self._end(box)
        return end is not None and bool(box.text) and not end.text

    def _goes_on(self, box: Box) -> bool:
        """Numbers of rows stand alone; other texts go on where no room was left, or with the next item of a list."""
        end = self._end(box)
        if end is None or not end.lines or not box.lines:
            return False
        if box.text.isdigit() and len(end.text) <= _LONGEST_NUMBER:
            return False
        items = [number for line in end.lines if (number := item_number(line.text))]
        follows = bool(items) and item_number(box.text) == items[-1] + 1
        padding = self._above.padding
        return follows or goes_on(end.lines[-1], box.lines[0], end.x0 + padding, end.x1 - padding)

    def _end(self, box: Box) -> Box | None:
        """The last cell above in the same column."""
        offset = box.x0 - self._below.x0
        return next((end for end in self._ends if abs(end.x0 - self._above.x0 - offset) < _SAME), None)


def _is_centred(box: Box) -> bool:
    """Whether more than a line is left above the text, and as much below it."""
    if not box.lines:
        return False
    above, below = box.lines[0].top - box.top, box.bottom - box.lines[-1].bottom
    return above > box.lines[0].size and abs(above - below) < box.lines[0].size
