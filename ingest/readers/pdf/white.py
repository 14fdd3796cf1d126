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
    PrintedColumns,
    char_lines,
    header_columns,
    is_apart,
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

_OUTLIERS = 10
"""Of so many distances between lines one may be less than usual."""
_FEWEST_LINES = 2
_HEAD_LINES = 3
"""Lines at the top of a page that may stand above a table which goes on."""
_NUMBER = re.compile(NUMBER)

Rule = tuple[float, float, float]
"""The height of a line, and where it begins and ends."""


@dataclass(frozen=True, slots=True)
class WhiteTable:
    """The cells of a table on a page, and its columns if it runs to the last line, for the next page."""

    cells: list[Box]
    columns: PrintedColumns | None


def white_tables(page: Page, chars: Sequence[Char], before: PrintedColumns | None) -> list[WhiteTable]:
    """Return the tables that ``chars`` of a page form; ``before`` are the columns of one that ends the page before."""
    lines = char_lines(chars)
    tables: list[WhiteTable] = []
    at = 0
    while at < len(lines):
        first, header = _level_lines(lines, at)
        found = header_columns(header)
        before = before if at < _HEAD_LINES and not tables else None
        columns, first = (found.going_on(before), first) if found else (before, at)
        count, columns = lines_within(lines[first:], columns) if columns else (0, None)
        end = first + count
        goes_on = end == len(lines) or is_apart(lines[end - 1], lines[end])
        if columns is None or not count or (count < _FEWEST_LINES and not goes_on):
            at += 1
            continue
        inside = [char for line in lines[first:end] for char in line]
        tables.append(
            WhiteTable(_cells(inside, columns, page), columns.going_on(columns) if goes_on else None)
        )
        at = max(end, at + 1)
    return tables


def _level_lines(lines: Sequence[list[Char]], at: int) -> tuple[int, list[Char]]:
    """Return a line with those that overlap it, and the first of them: words of a header may take two lines or one."""
    top, bottom = min(char["top"] for char in lines[at]), max(char["bottom"] for char in lines[at])
    first = at - 1 if at and max(char["bottom"] for char in lines[at - 1]) > top else at
    last = at + 1 if at + 1 < len(lines) and min(char["top"] for char in lines[at + 1]) < bottom else at
    return first, sorted(
        (char for line in lines[first : last + 1] for char in line), key=lambda char: char["x0"]
    )


def _rules(page: Page, columns: PrintedColumns) -> list[Rule]:
    """Return the lines drawn along a good part of the table, from top to bottom."""
    least = _LONG * (columns.right - columns.left)
    merged = merge_edges(page.horizontal_edges, _LEVEL, _LEVEL, _LEVEL, _LEVEL)
    lines = ((edge["top"], edge["x0"], edge["x1"]) for edge in merged)
    return sorted(line for line in lines if line[2] - line[1] > least)


def _cells(chars: Sequence[Char], columns: PrintedColumns, page: Page) -> list[Box]:
    """Return the boxes of all cells."""
    edges = columns.edges
    stacks = [lines_of(own, page.page_number, page.width) for own in columns.cells(chars)]
    lines = lines_of(chars, page.page_number, page.width)
    top, bottom = lines[0].top - 1, lines[-1].bottom + 1
    rules = _rules(page, columns)
    between = [rule for rule in rules if top + _LEVEL < rule[0] < bottom - _LEVEL]
    cuts = _cuts_by_rules(between, edges) if len(between) > 1 else _cuts_by_white(lines, stacks)
    return [
        (left, upper, right, lower)
        for (left, right), own in zip(pairwise(edges), cuts, strict=True)
        for upper, lower in pairwise([top, *own, bottom])
    ]


def _cuts_by_rules(rules: Sequence[Rule], edges: Sequence[float]) -> list[list[float]]:
    """Return by column the heights at which lines part its cells."""
    middles = [(left + right) / 2 for left, right in pairwise(edges)]
    return [[y for y, x0, x1 in rules if x0 < middle < x1] for middle in middles]


def _cuts_by_white(lines: Sequence[TextLine], stacks: Sequence[Sequence[TextLine]]) -> list[list[float]]:
    """Return by column the heights at which white parts its cells.

    Where cells begin level with their number, so do all of a row; else a row ends where all columns are white.
    """
    starts = [_starts(stack, _closest(stacks)) for stack in stacks]
    numbers = [line.top for line in stacks[0] if _NUMBER.fullmatch(line.text)]
    ends = [start - 1 for start in _starts(lines, _closest(stacks))]
    level = sum(_is_near(number - 1, ends) for number in numbers)
    if level < _MOSTLY * len(numbers) <= len(ends):
        return [ends for _ in stacks]
    heads = [lines[0].bottom + 1, *numbers]
    cuts = distinct_edges(start for own in [*starts, numbers] for start in own if start > lines[0].bottom)
    return [
        [at - 1 for at in cuts if _is_near(at, heads) or _is_near(at, own) or not _is_inside(at, stack)]
        for own, stack in zip(starts, stacks, strict=True)
    ]


def _closest(stacks: Sequence[Sequence[TextLine]]) -> float:
    """Return the widest white between two lines of one cell."""
    gaps = sorted(below.top - above.bottom for stack in stacks for above, below in pairwise(stack))
    return max(0, gaps[len(gaps) // _OUTLIERS]) + _MORE if gaps else 0


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
