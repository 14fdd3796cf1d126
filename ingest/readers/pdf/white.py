"""Tables without vertical lines: their cells by the white between columns and rows, or by the lines between rows."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pdfplumber.page import Page
from pdfplumber.table import merge_edges

from dutygraph.ingest.lists.vocabulary import NUMBER
from dutygraph.ingest.readers.pdf.boxes import Box, distinct_edges
from dutygraph.ingest.readers.pdf.columns import (
    Columns,
    Stretch,
    char_lines,
    continued,
    header_columns,
    lines_within,
)
from dutygraph.ingest.readers.pdf.lines import Char, TextLine, lines_of

_MORE = 1.5
"""Points; the white between two rows is wider than that between the lines of a cell by more."""
_LEVEL = 3.0
"""Points; cells that begin in one row begin less far apart."""
_MOSTLY = 0.7
"""Share of numbers that are level with another cell where cells begin at the top of their row."""
_LONG = 0.3
"""Share of the width of a table that a line between its rows runs along."""

_NUMBER = re.compile(NUMBER)

Rule = tuple[float, float, float]
"""The height of a line, and where it begins and ends."""
Rows = Sequence[Sequence[Sequence[TextLine]]]
"""The lines of a table, each with the texts in its columns."""


@dataclass(frozen=True, slots=True)
class WhiteTable:
    """The cells of a table on a page, and its columns if it runs to the last line, for the next page."""

    cells: list[Box]
    columns: Columns | None


def white_tables(page: Page, chars: Sequence[Char], before: Columns | None) -> list[WhiteTable]:
    """Return the tables that ``chars`` of a page form; ``before`` are the columns of one that ends the page before."""
    lines = char_lines(chars)
    tables: list[WhiteTable] = []
    at = 0
    while at < len(lines):
        found = header_columns(lines[at])
        columns = found or (before if not tables else None)
        count, narrowed = lines_within(lines[at:], columns) if columns else (0, columns)
        if columns is None or narrowed is None or count < (1 if found is None else 2):
            at += 1
            continue
        if before and len(before.white) == len(narrowed.white) and not tables:
            narrowed = continued(narrowed, before)
        rows = [
            [lines_of(cell, page.page_number, page.width) for cell in narrowed.cells(line)]
            for line in lines[at : at + count]
        ]
        at += count
        tables.append(WhiteTable(_cells(rows, narrowed, _rules(page, narrowed)), narrowed))
    return tables


def _rules(page: Page, columns: Columns) -> list[Rule]:
    """Return the lines drawn along a good part of the table, from top to bottom."""
    least = _LONG * (columns.right - columns.left)
    merged = merge_edges(page.horizontal_edges, _LEVEL, _LEVEL, _LEVEL, _LEVEL)
    lines = ((edge["top"], edge["x0"], edge["x1"]) for edge in merged)
    return sorted(line for line in lines if line[2] - line[1] > least)


def _cells(rows: Rows, columns: Columns, rules: Sequence[Rule]) -> list[Box]:
    """Return the boxes of all cells."""
    edges = columns.edges
    stacks = [[line for row in rows for line in row[column]] for column in range(len(edges) - 1)]
    ends = [_extent(row) for row in rows]
    top, bottom = ends[0][0] - 1, ends[-1][1] + 1
    between = [rule for rule in rules if top + _LEVEL < rule[0] < bottom - _LEVEL]
    cuts = _cuts_by_rules(between, edges) if len(between) > 1 else _cuts_by_white(ends, stacks)
    return [
        (left, upper, right, lower)
        for (left, right), own in zip(pairwise(edges), cuts, strict=True)
        for upper, lower in pairwise([top, *own, bottom])
    ]


def _cuts_by_rules(rules: Sequence[Rule], edges: Sequence[float]) -> list[list[float]]:
    """Return by column the heights at which lines part its cells."""
    middles = [(left + right) / 2 for left, right in pairwise(edges)]
    return [[y for y, x0, x1 in rules if x0 < middle < x1] for middle in middles]


def _cuts_by_white(rows: Sequence[Stretch], stacks: Sequence[Sequence[TextLine]]) -> list[list[float]]:
    """Return by column the heights at which white parts its cells.

    Where cells begin level with their number, so do all of a row; else a row ends where all columns are white.
    """
    starts = [_starts(stack, _closest(stacks)) for stack in stacks]
    numbers = [line.top for line in stacks[0] if _NUMBER.fullmatch(line.text)]
    others = sorted(start for own in starts[1:] for start in own)
    level = sum(_is_near(number, others) for number in numbers)
    if level < _MOSTLY * len(numbers):
        rows_cut = [below[0] - 1 for above, below in pairwise(rows) if below[0] - above[1] > _closest(stacks)]
        return [rows_cut for _ in stacks]
    heads = [rows[0][1] + 1, *numbers]
    cuts = distinct_edges(start for own in [*starts, numbers] for start in own if start > rows[0][1])
    return [
        [at - 1 for at in cuts if _is_near(at, heads) or _is_near(at, own) or not _is_inside(at, stack)]
        for own, stack in zip(starts, stacks, strict=True)
    ]


def _extent(row: Sequence[Sequence[TextLine]]) -> Stretch:
    """Return the upper and lower edge of a line."""
    return min(line.top for cell in row for line in cell), max(line.bottom for cell in row for line in cell)


def _closest(stacks: Sequence[Sequence[TextLine]]) -> float:
    """Return the widest white between two lines of one cell."""
    gaps = [below.top - above.bottom for stack in stacks for above, below in pairwise(stack)]
    return max(0, min(gaps, default=0)) + _MORE


def _starts(stack: Sequence[TextLine], closest: float) -> list[float]:
    """Return where the texts of a column begin, but for the first."""
    return [below.top for above, below in pairwise(stack) if below.top - above.bottom > closest]


def _is_near(position: float, positions: Sequence[float]) -> bool:
    """Return whether one of ``positions``, in ascending order, is level with a position."""
    at = bisect_left(positions, position - _LEVEL)
    return at < len(positions) and positions[at] < position + _LEVEL


def _is_inside(position: float, stack: Sequence[TextLine]) -> bool:
    """Return whether a text of a column goes on at a height: a line is there."""
    return any(line.top - _LEVEL < position < line.bottom for line in stack)
