"""The header of a grid: one row, or up to three where words are cut in two or stand under common headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from dutygraph.ingest.document import Cell, Row
from dutygraph.ingest.lists.vocabulary import vocabulary

_HEADER_WORDS = 2
"""Fewest header words of a header row; they are at least half of its filled cells."""
_MOST_ROWS = 3
_LONGEST_WORD = 16
"""Characters; a longer text in the lower row of a header is content."""
_SENTENCE_MARKS = "。；;，："


@dataclass(frozen=True, slots=True)
class Header:
    """A header, and the number of rows that it takes up."""

    row: Row
    height: int


def header_at(rows: Sequence[Sequence[Cell]], at: int) -> Header | None:
    """Return the header that begins in the row at index ``at``, None if none does."""
    below = rows[at + 1] if at + 1 < len(rows) else ()
    if below and _completes(rows[at], below):
        return Header(Row([_stack(upper, lower) for upper, lower in zip(rows[at], below, strict=True)]), 2)
    cells, height = list(rows[at]), 1
    while height < _MOST_ROWS and at + height < len(rows) and _goes_into_detail(cells, rows[at + height]):
        cells = _under_headings(cells, rows[at + height])
        height += 1
    # a duty may be named like a section, in several cells
    texts = list(dict.fromkeys(cell.text for cell in cells))
    return Header(Row(cells), height) if vocabulary().is_header(texts, _HEADER_WORDS) else None


def _completes(upper: Sequence[Cell], lower: Sequence[Cell]) -> bool:
    """Return whether two rows are one header: all cells of the lower one complete header words, and the upper has some."""
    words = vocabulary().header_words
    stacked: list[tuple[Cell, Cell, Cell]] = []
    for up, low in zip(upper, lower, strict=True):
        cell = _stack(up, low)
        if low.text and cell.text not in words:
            return False
        stacked.append((up, low, cell))
    if not any(low.text for _, low, _ in stacked):
        return False
    filled = sum(bool(cell.text) for _, _, cell in stacked)
    count = sum(cell.text in words for _, _, cell in stacked)
    above = any(up.text and cell is not low and cell.text in words for up, low, cell in stacked)
    return above and count >= _HEADER_WORDS and count * 2 >= filled


def _stack(upper: Cell, lower: Cell) -> Cell:
    """Return a header cell over two rows: a word cut in two, or the lower word in place of a common heading above it."""
    words = vocabulary().header_words
    joined = Cell([*upper.spans, *lower.spans])
    return lower if lower.text in words and joined.text not in words else joined


def _goes_into_detail(upper: Sequence[Cell], lower: Sequence[Cell]) -> bool:
    """Return whether a row stands under the common headings of the row above: in their columns only, in short words.

    A first row of content fills the other columns, such as that of numbers. Where there are no others, the words have to
    be those of headers.
    """
    texts = {at: cell.text for at, cell in enumerate(lower) if cell.text}
    if not texts or not all(map(_is_word, texts.values())):
        return False
    groups = _groups(upper)
    wide = [group for group in groups if len(group) > 1 and upper[group[0]].text]
    if not wide:
        return False
    inside = {at for group in wide for at in group}
    if not texts.keys() <= inside:
        return False
    headings = [cell.text for cell in upper if cell.text]
    if len(headings) < _HEADER_WORDS or not any(map(vocabulary().names_column, headings)):
        return False
    if any(sum(at in texts for at in group) == 1 and not _is_merged(upper, group) for group in wide):
        return False
    others = [at for group in groups for at in group if at not in inside and upper[at].text]
    return bool(others) or any(vocabulary().names_column(text) for text in texts.values())


def _groups(cells: Sequence[Cell]) -> list[list[int]]:
    """Return the columns by heading: each filled one with the blank or covered ones to its right."""
    groups: list[list[int]] = []
    for at, cell in enumerate(cells):
        if cell.text or not groups:
            groups.append([at])
        else:
            groups[-1].append(at)
    return groups


def _is_merged(cells: Sequence[Cell], group: Sequence[int]) -> bool:
    return not any(cells[at].spans for at in group[1:])


def _is_word(text: str) -> bool:
    return len(text) <= _LONGEST_WORD and not any(mark in text for mark in _SENTENCE_MARKS)


def _under_headings(upper: Sequence[Cell], lower: Sequence[Cell]) -> list[Cell]:
    """Return a header row for two: each column by the lower word with its heading, by one of them, or by the heading.

    Columns whose lower words say nothing are one with the first of their heading, as if a merge covered them.
    """
    cells = list(upper)
    for group in _groups(upper):
        heading = upper[group[0]]
        taken = False
        for at in group if len(group) > 1 and any(lower[at].text for at in group) else ():
            word = _word(heading, lower[at])
            cells[at] = word or (Cell() if taken else heading)
            taken |= word is None
    return cells


def _word(heading: Cell, lower: Cell) -> Cell | None:
    """Return the lower word if it says something, with its heading where only both together name a column.

    That the column below 牵头部门 holds names of bodies (部门名称) says nothing more.
    """
    words = vocabulary()
    joined = Cell([*heading.spans, *lower.spans])
    if not lower.text or (lower.text in words.department_columns and words.names_column(heading.text)):
        return None
    if not words.names_part(lower.text) and (
        words.names_part(joined.text) or joined.text in words.header_words
    ):
        return joined
    return lower if words.names_column(lower.text) else None
