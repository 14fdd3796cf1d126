"""Rows of a workbook as high as their texts: Excel finds that out by itself, LibreOffice and WPS do not."""

from collections.abc import Sequence
from unicodedata import east_asian_width

from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

_LINE, _ROOM = 14.5, 8.0
"""Points of a line of 11 point print, and above and below all of them."""
_MOST = 409.0
"""Points of the highest row there can be."""


class _GrowingRow(RowDimension):
    """A row whose height is what it needs now: it grows with what is typed, which a height that is set would not."""

    customHeight = None  # type: ignore[assignment]  # noqa: N815 - the name is that of the library


def fit_rows(page: Worksheet, widths: Sequence[int], first: int, last: int) -> None:
    """Give rows the height that their texts need in columns of these widths (characters)."""
    for number in range(first, last + 1):
        cells = page.iter_rows(number, number, max_col=len(widths), values_only=True)
        lines = max(
            _lines(str(value or ""), width)
            for row in cells
            for value, width in zip(row, widths, strict=False)
        )
        height = min(lines * _LINE + _ROOM, _MOST)
        page.row_dimensions[number] = _GrowingRow(page, index=number, ht=height)


def _lines(text: str, width: int) -> int:
    return sum(max(1, -(-_width(line) // max(width - 1, 1))) for line in text.split("\n"))


def _width(line: str) -> int:
    """Return the width of a line in Latin characters; Chinese ones are twice as wide."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in line)
