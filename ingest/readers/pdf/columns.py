"""Columns of tables without vertical lines, recognised by the white between them below a header."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dutygraph.ingest.document import Cell, Span
from dutygraph.ingest.lists.headings import read_heading
from dutygraph.ingest.lists.titles import names_list
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.readers.pdf.lines import HANGING, Char
from dutygraph.ingest.readers.tables.marks import unmarked
from dutygraph.ingest.records import Locator
from dutygraph.ingest.text import clean

_WORD_GAP = 0.3
"""In type sizes; texts in one line that stand farther apart are of different columns, unless they form a word (序　号)."""
_LEAST_WHITE = 2.0
"""Points; narrower white separates no columns."""
_APART = 3.0
"""In type sizes; a line farther off belongs to the head or foot of the page."""
_FEWEST_WORDS = 2
_EDGE = 2.0
"""Points between the text and the edges of its table."""

Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PrintedColumns:
    """The columns of a table: the white between them, and its left and right edge.

    ``inner`` are the edges between columns on the page before, which a later page keeps as far as its white allows.
    """

    white: tuple[Stretch, ...]
    left: float
    right: float
    inner: tuple[float, ...] = ()

    @property
    def edges(self) -> list[float]:
        """The edges of the columns from left to right."""
        inner = self.inner or [(low + high) / 2 for low, high in self.white]
        within = (min(max(edge, low), high) for edge, (low, high) in zip(inner, self.white, strict=True))
        return [self.left, *within, self.right]

    def with_line(self, line: Sequence[Char]) -> "PrintedColumns | None":
        """Return the columns with the white that a line leaves, None if it leaves too little somewhere."""
        white = tuple(_left_free(stretch, line) for stretch in self.white)
        if any(high - low < _LEAST_WHITE for low, high in white):
            return None
        left, right = min(self.left, line[0]["x0"] - _EDGE), max(self.right, line[-1]["x1"] + _EDGE)
        return replace(self, white=white, left=left, right=right)

    def going_on(self, before: "PrintedColumns | None") -> "PrintedColumns":
        """Return the columns with the edges of the table that ends the page before, if it has as many."""
        if before is None or len(before.white) != len(self.white):
            return self
        return replace(self, left=before.left, right=before.right, inner=tuple(before.edges[1:-1]))

    def cells(self, line: Sequence[Char]) -> list[list[Char]]:
        """Return the characters of a line by column."""
        edges = self.edges[1:-1]
        cells: list[list[Char]] = [[] for _ in self.edges[1:]]
        for char in line:
            cells[bisect_right(edges, (char["x0"] + char["x1"]) / 2)].append(char)
        return cells


def char_lines(chars: Sequence[Char]) -> list[list[Char]]:
    """Return the characters that are no blanks by line, each from left to right."""
    lines: list[list[Char]] = []
    last = 0.0
    for char in sorted(chars, key=lambda char: char["top"] + char["bottom"]):
        if char["text"].isspace():
            continue
        middle = (char["top"] + char["bottom"]) / 2
        if not lines or middle - last >= char["size"] / 2:
            lines.append([])
            last = middle
        lines[-1].append(char)
    return [sorted(line, key=lambda char: char["x0"]) for line in lines]


def header_columns(line: Sequence[Char]) -> PrintedColumns | None:
    """Return the columns under a line of header words, None if a line is no header."""
    words = vocabulary().header_words
    parts = [[line[0]]]
    for last, char in pairwise(line):
        if char["x0"] - last["x1"] > _WORD_GAP * char["size"] and _text([*parts[-1], char]) not in words:
            parts.append([])
        parts[-1].append(char)
    count = sum(unmarked(Cell([Span(_text(part), Locator())])).text in words for part in parts)
    if count < _FEWEST_WORDS or count * 2 < len(parts):
        return None
    white = tuple((left[-1]["x1"], right[0]["x0"]) for left, right in pairwise(parts))
    return PrintedColumns(white, line[0]["x0"] - _EDGE, line[-1]["x1"] + _EDGE)


def lines_within(lines: Sequence[Sequence[Char]], columns: PrintedColumns) -> tuple[int, PrintedColumns]:
    """Return how many of the lines of a page are in a table, from the first one on, and its columns as they leave them."""
    for count, line in enumerate(lines):
        narrowed = columns.with_line(line)
        if narrowed is None or _opens_section(line) or (count and is_apart(lines[count - 1], line)):
            return count, columns
        columns = narrowed
    return len(lines), columns


def _left_free(stretch: Stretch, line: Sequence[Char]) -> Stretch:
    """Return the widest part of a stretch in which no text stands; the right half of a stop is white."""
    low, high = stretch
    free: list[Stretch] = []
    for char in line:
        right = (char["x0"] + char["x1"]) / 2 if char["text"] in HANGING else char["x1"]
        if right > low and char["x0"] < high:
            free.append((low, char["x0"]))
            low = right
    return max([*free, (low, high)], key=lambda one: one[1] - one[0])


def _opens_section(line: Sequence[Char]) -> bool:
    text = _text(line)
    return read_heading(text).section is not None or names_list(text)


def is_apart(above: Sequence[Char], line: Sequence[Char]) -> bool:
    """Return whether a line stands too far below another to be of one table with it."""
    top, bottom = min(char["top"] for char in line), max(char["bottom"] for char in above)
    return bool(top - bottom > _APART * line[0]["size"])


def _text(chars: Sequence[Char]) -> str:
    return clean("".join(char["text"] for char in chars))
