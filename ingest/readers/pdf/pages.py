"""A PDF page as lines of text and tables; tables are recognised by the lines drawn around their cells."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pdfplumber.page import Page
from pdfplumber.table import Table

from dutygraph.ingest.readers.pdf.lines import Char, TextLine, lines_of

_SNAP = 3.0
"""Points; edges at most this far apart count as one (pdfplumber's own tolerance)."""

_MOST_PADDING = 8.0
"""Points between a text and the edge of its cell; Word has 5.4. Centred texts stand farther off."""
_SLANT = 0.1
"""Slope above which text is no content (a watermark)."""


@dataclass(frozen=True, slots=True)
class CellBox:
    """A cell of a table: its edges in points from the top left corner of the page, and the lines in it."""

    x0: float
    top: float
    x1: float
    bottom: float
    lines: tuple[TextLine, ...]

    @property
    def text(self) -> str:
        """The text of the cell."""
        return "".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class TablePart:
    """The part of a table on one page: the page's number, and its rows, each with the cells that begin in it."""

    page: int
    rows: list[list[CellBox]]

    @property
    def x0(self) -> float:
        """The left edge."""
        return min(box.x0 for box in self._boxes())

    @property
    def width(self) -> float:
        """The distance from the left edge to the right one."""
        return max(box.x1 for box in self._boxes()) - self.x0

    @property
    def top(self) -> float:
        """The upper edge."""
        return min(box.top for box in self._boxes())

    @property
    def padding(self) -> float:
        """The least distance between a text and the left edge of its cell."""
        gaps = (line.x0 - box.x0 for box in self._boxes() for line in box.lines)
        return min(max(0, min(gaps, default=0)), _MOST_PADDING)

    @property
    def text(self) -> str:
        """The text of all cells."""
        return "".join(box.text for box in self._boxes())

    def last_boxes(self) -> list[CellBox]:
        """Return the cells that reach the lower edge."""
        bottom = max(box.bottom for box in self._boxes())
        return [box for box in self._boxes() if bottom - box.bottom < _SNAP]

    def is_merged(self, box: CellBox) -> bool:
        """Return whether another row begins beside a cell, so that the cell spans several rows."""
        return any(box.top + _SNAP < row[0].top < box.bottom - _SNAP for row in self.rows)

    def _boxes(self) -> Iterator[CellBox]:
        return (box for row in self.rows for box in row)


Item = TextLine | TablePart


def read_page(page: Page) -> list[Item]:
    """Return the lines and tables of a page from top to bottom; slanting text (watermarks) is omitted."""
    chars = [char for char in page.chars if abs(char["matrix"][1]) < _SLANT * abs(char["matrix"][0])]
    parts: list[TablePart] = []
    for table in page.find_tables():
        if len(table.cells) > 1:
            part, chars = _table_part(table, chars, page)
            parts.append(part)
    items: list[Item] = [*lines_of(chars, page.page_number, page.width), *parts]
    return sorted(items, key=lambda item: item.top)


def _table_part(table: Table, chars: Sequence[Char], page: Page) -> tuple[TablePart, list[Char]]:
    """Return the table with those of ``chars`` that stand in it, and the others."""
    boxes = table.cells
    across, down = (
        distinct_edges(x for box in boxes for x in (box[0], box[2])),
        distinct_edges(y for box in boxes for y in (box[1], box[3])),
    )
    owner = {
        (column, row): at
        for at, (x0, top, x1, bottom) in enumerate(boxes)
        for column in range(edge_index(across, x0), edge_index(across, x1))
        for row in range(edge_index(down, top), edge_index(down, bottom))
    }
    inside: list[list[Char]] = [[] for _ in boxes]
    outside: list[Char] = []
    for char in chars:
        middle = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        at = owner.get((bisect_right(across, middle[0]) - 1, bisect_right(down, middle[1]) - 1))
        (outside if at is None else inside[at]).append(char)
    cells = (
        CellBox(*box, tuple(lines_of(own, page.page_number, page.width)))
        for box, own in zip(boxes, inside, strict=True)
    )
    by_row = groupby(
        sorted(cells, key=lambda box: (edge_index(down, box.top), box.x0)),
        key=lambda box: edge_index(down, box.top),
    )
    return TablePart(page.page_number, [list(row) for _, row in by_row]), outside


def distinct_edges(positions: Iterable[float]) -> list[float]:
    """Return positions in ascending order, those within ``_SNAP`` of the one before left out."""
    edges: list[float] = []
    for position in sorted(positions):
        if not edges or position - edges[-1] > _SNAP:
            edges.append(position)
    return edges


def edge_index(edges: Sequence[float], position: float) -> int:
    """Return the index of the last edge at or before a position."""
    return bisect_right(edges, position + _SNAP) - 1
