"""Tables that run over pages: their parts put together to one grid."""

from dataclasses import dataclass, field

from ingest.document import Cell, Span
from ingest.readers.pdf_lines import goes_on, item_number, paragraphs
from ingest.readers.pdf_pages import Box, Part, edges, place
from ingest.records import Locator

_SAME_WIDTH = 8.0
"""Points; parts of one table differ by less."""
_MOST_PADDING = 8.0
"""Points between text and the edge of its cell; Word has 5.4. Centred text stands farther off."""
_HEADER_ROWS = 5
"""What is printed again on a new page stands among so many rows of the table's beginning."""


@dataclass(slots=True)
class PrintedTable:
    """A table of a document, part by part; ``grid`` notes in ``cut`` which cells go on with the page before."""

    number: int
    parts: list[Part]
    cut: set[Locator] = field(default_factory=set)

    def continues_with(self, part: Part) -> bool:
        """Say whether a part may belong to this table: it stands on a later page and is as wide."""
        last = self.parts[-1]
        return part.page > last.page and abs(part.width - last.width) < _SAME_WIDTH

    def grid(self) -> list[list[Cell]]:
        """Return the rows of all parts, without a header that is printed again."""
        columns = edges(box.x0 - part.x0 for part in self.parts for row in part.rows for box in row)
        head = [_texts(row) for row in self.parts[0].rows[:_HEADER_ROWS]]
        grid: list[list[Cell]] = []
        for at, part in enumerate(self.parts):
            rows = _without_repeats(part.rows, head) if at else part.rows
            joint = _Joint(self.parts[at - 1], part, rows[0]) if at and rows else None
            for row in rows:
                cells = [Cell() for _ in columns]
                for box in row:
                    column = place(columns, box.x0 - part.x0)
                    place_ = Locator(page=part.page, table=self.number, row=len(grid) + 1, column=column + 1)
                    cells[column] = self._cell(box, part, place_, joint if row is rows[0] else None)
                grid.append(cells)
        return grid

    def _cell(self, box: Box, part: Part, place: Locator, joint: "_Joint | None") -> Cell:
        """A cell with a span for each paragraph; a merged one that was begun on the page before has none."""
        if joint and joint.covers(box):
            return Cell()
        if joint and joint.cuts(box):
            self.cut.add(place)
        texts = paragraphs(box.lines, box.x1 - min(part.padding, _MOST_PADDING))
        return Cell([Span(text, place) for text in texts or [""]])


class _Joint:
    """The end of a page and the first row of the next one, in the middle of a table."""

    def __init__(self, above: Part, below: Part, first: list[Box]) -> None:
        self._above = above
        self._below = below
        self._ends = above.last_boxes()
        self._new = bool(first[0].text) and not self._goes_on(first[0])

    def cuts(self, box: Box) -> bool:
        """Say whether a cell of the first row goes on with the text of the one above, which had no room for it."""
        return not self._new and self._goes_on(box)

    def covers(self, box: Box) -> bool:
        """Say whether a blank cell of the first row is the rest of a cell merged over several rows."""
        end = self._end(box)
        if self._new or box.text or end is None:
            return False
        return self._above.is_merged(end) or self._below.is_merged(box)

    def _goes_on(self, box: Box) -> bool:
        """Numbers stand alone; other texts go on where no room was left, or with the next item of a list."""
        end = self._end(box)
        if end is None or not end.lines or not box.lines or box.text.isdigit():
            return False
        padding = min(self._above.padding, _MOST_PADDING)
        items = [number for line in end.lines if (number := item_number(line.text))]
        follows = bool(items) and item_number(box.text) == items[-1] + 1
        return follows or goes_on(end.lines[-1], box.lines[0], end.x1 - padding)

    def _end(self, box: Box) -> Box | None:
        """The last cell above in the same column."""
        offset = box.x0 - self._below.x0
        near = (end for end in self._ends if abs(end.x0 - self._above.x0 - offset) < _SAME_WIDTH)
        return next(near, None)


def _without_repeats(rows: list[list[Box]], head: list[list[str]]) -> list[list[Box]]:
    """Leave out the rows at the beginning of a page that repeat the beginning of the table."""
    start = next(
        (at for at, texts in enumerate(head) if rows and texts == _texts(rows[0]) and any(texts)), len(head)
    )
    repeated = 0
    for texts, row in zip(head[start:], rows, strict=False):
        if texts != _texts(row):
            break
        repeated += 1
    return rows[repeated:]


def _texts(row: list[Box]) -> list[str]:
    return [box.text for box in row]
