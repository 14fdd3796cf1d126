"""The cells of a Word table: which columns of its grid they span, and how they are merged."""

from dataclasses import dataclass

from dutygraph.ingest.readers.docx.columns import MOST_COLUMNS, Extent
from dutygraph.ingest.readers.docx.xml import Element, children, number, w

_LONGEST_WIDTH = 6
"""Digits of a width in twentieths of a point."""


def cells_of(row: Element) -> list[Element]:
    """Return the cells of a row."""
    return [cell for cell in children(row) if cell.tag == w("tc")]


def widths_of(table: Element) -> list[int]:
    """Return the widths of the columns of the grid, as far as they are stated."""
    stated = (one.get(w("w"), "") for one in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}"))
    return [int(width) for width in stated if width.isdecimal() and len(width) <= _LONGEST_WIDTH]


def extents_of(row: Element) -> list[Extent]:
    """Return the columns of the grid that the cells of a row span."""
    column = min(max(number(row, "trPr", "gridBefore"), 0), MOST_COLUMNS)
    extents: list[Extent] = []
    for cell in cells_of(row):
        span = shape_of(cell).span
        extents.append((column, span))
        column += span
    return extents


@dataclass(frozen=True, slots=True)
class CellShape:
    """The merges of a cell: the columns it spans, and "restart" or "continue" for each direction it is merged in."""

    span: int
    vertical: str | None
    horizontal: str | None


def shape_of(cell: Element) -> CellShape:
    """Return how a cell is merged."""
    properties = cell.find(w("tcPr"))
    span = number(properties, "gridSpan", default=1)
    return CellShape(
        min(max(span, 1), MOST_COLUMNS), _merge(properties, "vMerge"), _merge(properties, "hMerge")
    )


def _merge(properties: Element | None, direction: str) -> str | None:
    merge = properties.find(w(direction)) if properties is not None else None
    return None if merge is None else merge.get(w("val"), "continue")
