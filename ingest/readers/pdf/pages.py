"""A PDF page as lines of text and tables; tables are recognised by the lines drawn around their cells."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from pdfplumber.page import Page

from dutygraph.ingest.document import Span, Unread
from dutygraph.ingest.readers.pdf.boxes import CellGrid, edge_index
from dutygraph.ingest.readers.pdf.columns import PrintedColumns
from dutygraph.ingest.readers.pdf.lines import HANGING, Char, TextLine, lines_of
from dutygraph.ingest.readers.pdf.notes import without_note_marks
from dutygraph.ingest.readers.pdf.pictures import pictures_of
from dutygraph.ingest.readers.pdf.rules import ruled_tables
from dutygraph.ingest.readers.pdf.turning import by_turn, main_turn, readable, turned_page
from dutygraph.ingest.readers.pdf.watermarks import Found, Known, without_watermarks
from dutygraph.ingest.readers.pdf.white import white_tables
from dutygraph.ingest.records import Locator

_FRAME = 2
"""Vertical edges of a table that is but a frame."""
_SNAP = 3.0
"""Points; what lies this near to an edge lies at it."""

_MOST_PADDING = 8.0
"""Points between a text and the edge of its cell; Word has 5.4. Centred texts stand farther off."""


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
        """The usual distance between a text and the left edge of its cell, or else the least: edges are not exact."""
        gaps = [max(0.0, line.x0 - box.x0) for box in self._boxes() for line in box.lines]
        usual, count = next(iter(Counter(round(gap, 1) for gap in gaps).most_common(1)), (0.0, 0))
        return min(usual if count * 2 > len(gaps) else min(gaps, default=0.0), _MOST_PADDING)

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


Item = TextLine | TablePart | Unread


@dataclass(frozen=True, slots=True)
class PageContent:
    """What a page holds from top to bottom, and what its texts tell of watermarks."""

    items: list[Item]
    found: Found
    columns: PrintedColumns | None = None
    """Those of a table without lines that the page ends with."""


def read_page(page: Page, known: Known, before: PrintedColumns | None) -> PageContent:
    """Return the lines and tables of a page; one whose text runs sideways or upside down is turned first.

    Watermarks are left out: slanting text beside other text, and what ``without_watermarks`` finds with the ``known`` ones.
    """
    if turn := main_turn(page.chars):
        page.close()
        page = turned_page(page, turn)
    slanting = by_turn(page.chars).get(None, [])
    gone = {id(char) for char in slanting}
    chars = without_note_marks([char for char in page.chars if id(char) not in gone])
    if slanting and not chars:
        return unread_page(page, "turned_text")
    grids = [CellGrid(cells) for cells in ruled_tables(page)]
    content, found = without_watermarks(chars, grids, known)
    grids, columns = _with_white_tables(page, grids, content, before)
    return PageContent(_items(page, grids, content), found, columns)


def _with_white_tables(
    page: Page, grids: Sequence[CellGrid], chars: Sequence[Char], before: PrintedColumns | None
) -> tuple[list[CellGrid], PrintedColumns | None]:
    """Return the tables of a page together with those without vertical lines, and the columns of one at its end.

    A frame around a table without inner lines is no table of its own.
    """
    ruled = [grid for grid in grids if len(grid.across) > _FRAME]
    outside = [char for char in chars if not any(_holds(grid, char) for grid in ruled)]
    white = white_tables(page, outside, None if ruled else before)
    if not white:
        return list(grids), None
    framed = [grid for grid in grids if len(grid.across) <= _FRAME]
    made = [CellGrid(table.cells) for table in white]
    empty = [grid for grid in framed if not any(_overlap(grid, other) for other in made)]
    return [*ruled, *empty, *made], white[-1].columns


def _holds(grid: CellGrid, char: Char) -> bool:
    return grid.at((char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2) is not None


def _overlap(grid: CellGrid, other: CellGrid) -> bool:
    return grid.down[0] < other.down[-1] and other.down[0] < grid.down[-1]


def unread_page(page: Page, what: str) -> PageContent:
    """Return the content of a page that cannot be read; ``what`` is one of ``unread`` of ``warnings.yaml``."""
    return PageContent([Unread([Span("", Locator(page=page.page_number))], what=what)], Found())


def _items(page: Page, grids: Sequence[CellGrid], chars: Sequence[Char]) -> list[Item]:
    """Return tables, lines and pictures from top to bottom; lines that run another way come before or after, as drawn."""
    pictures = pictures_of(page, chars) if chars else []
    parts: list[TablePart] = []
    for grid in grids:
        part, chars = _table_part(grid, chars, page)
        parts.append(part)
    turned = by_turn(chars)
    lines = {turn: _lines(own, page) for turn, own in turned.items()}
    texts: list[TextLine | TablePart] = [*lines.pop(0, []), *parts]
    upright: list[tuple[float, Item]] = [*((item.top, item) for item in texts), *pictures]
    upright.sort(key=itemgetter(0))
    before = lines.pop(next(iter(turned), 0), [])
    return [*before, *(item for _, item in upright), *(line for own in lines.values() for line in own)]


def _lines(chars: Sequence[Char], page: Page) -> list[TextLine]:
    """Return the lines of characters, those that run another way turned: a heading beside its table, say."""
    return [
        line
        for turn, own in by_turn(chars).items()
        for line in lines_of(readable(own, turn, page.width, page.height), page.page_number, page.width)
    ]


def _table_part(grid: CellGrid, chars: Sequence[Char], page: Page) -> tuple[TablePart, list[Char]]:
    """Return the table with those of ``chars`` that stand in it, and the others."""
    inside: list[list[Char]] = [[] for _ in grid.boxes]
    outside: list[Char] = []
    at = last = None
    for char in chars:
        if not (last and _hangs(last, char)):
            at = grid.at((char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2)
        (outside if at is None else inside[at]).append(char)
        last = char
    cells = (CellBox(*box, tuple(_lines(own, page))) for box, own in zip(grid.boxes, inside, strict=True))
    by_row = groupby(
        sorted(cells, key=lambda box: (edge_index(grid.down, box.top), box.x0)),
        key=lambda box: edge_index(grid.down, box.top),
    )
    return TablePart(page.page_number, [list(row) for _, row in by_row]), outside


def _hangs(last: Char, char: Char) -> bool:
    """Return whether a stop is printed right behind a character, and so belongs to its cell even beyond the edge."""
    level = abs(char["bottom"] - last["bottom"]) < _SNAP and abs(char["x0"] - last["x1"]) < _SNAP
    return char["text"] in HANGING and level
