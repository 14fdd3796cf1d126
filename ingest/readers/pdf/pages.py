"""A PDF page as lines of text and tables, the tables by the lines drawn around their cells."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pdfplumber.page import Page
from pdfplumber.table import Table

from dutygraph.ingest.readers.pdf.lines import Char, Line, lines_of

_SNAP = 3.0
"""Points; edges so near to each other are one (pdfplumber's own tolerance)."""

_MOST_PADDING = 8.0
"""Points between a text and the edge of its cell; Word has 5.4. Centred texts stand farther off."""
_SLANT = 0.1
"""A line of text that rises by more than so much of its length is no content."""


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a table: its edges, and the lines in it."""

    x0: float
    top: float
    x1: float
    bottom: float
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """All that the cell says."""
        return "".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a table that stands on one page: its rows, each with the cells that begin in it."""

    page: int
    rows: list[list[Box]]

    @property
    def x0(self) -> float:
        """The left edge."""
        return min(box.x0 for box in self._boxes())

    @property
    def width(self) -> float:
        """From the left edge to the right one."""
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
        """All that the cells say."""
        return "".join(box.text for box in self._boxes())

    def last_boxes(self) -> list[Box]:
        """The cells that reach the lower edge."""
        bottom = max(box.bottom for box in self._boxes())
        return [box for box in self._boxes() if bottom - box.bottom < _SNAP]

    def is_merged(self, box: Box) -> bool:
        """Whether another row begins beside a cell."""
        return any(box.top + _SNAP < row[0].top < box.bottom - _SNAP for row in self.rows)

    def _boxes(self) -> Iterator[Box]:
        return (box for row in self.rows for box in row)


Item = Line | Part


def read_page(page: Page) -> list[Item]:
    """Return the lines and tables of a page from top to bottom; slanting text (watermarks) is left out."""
    chars = [char for char in page.chars if abs(char["matrix"][1]) < _SLANT * abs(char["matrix"][0])]
    parts: list[Part] = []
    for table in page.find_tables():
        if len(table.cells) > 1:
            part, chars = _part(table, chars, page)
            parts.append(part)
    items: list[Item] = [*lines_of(chars, page.page_number, page.width), *parts]
    return sorted(items, key=lambda item: item.top)


def _part(table: Table, chars: Sequence[Char], page: Page) -> tuple[Part, list[Char]]:
    """Return a table with the characters in it, and those that are outside."""
    boxes = table.cells
    across, down = (
        edges(x for box in boxes for x in (box[0], box[2])),
        edges(y for box in boxes for y in (box[1], box[3])),
    )
    owner = {
        (column, row): at
        for at, (x0, top, x1, bottom) in enumerate(boxes)
        for column in range(place(across, x0), place(across, x1))
        for row in range(place(down, top), place(down, bottom))
    }
    inside: list[list[Char]] = [[] for _ in boxes]
    outside: list[Char] = []
    for char in chars:
        middle = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        at = owner.get((bisect_right(across, middle[0]) - 1, bisect_right(down, middle[1]) - 1))
        (outside if at is None else inside[at]).append(char)
    found = (
        Box(*box, tuple(lines_of(own, page.page_number, page.width)))
        for box, own in zip(boxes, inside, strict=True)
    )
    by_row = groupby(
        sorted(found, key=lambda box: (place(down, box.top), box.x0)), key=lambda box: place(down, box.top)
    )
    return Part(page.page_number, [list(row) for _, row in by_row]), outside


def edges(places: Iterable[float]) -> list[float]:
    """Return places in order, one for all that are nearly the same."""
    found: list[float] = []
    for at in sorted(places):
        if not found or at - found[-1] > _SNAP:
            found.append(at)
    return found


def place(edges: Sequence[float], at: float) -> int:
    """Return the index of the edge at a place."""
    return bisect_right(edges, at + _SNAP) - 1
