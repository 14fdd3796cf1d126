"""The order of places in one document, as far as their locators know it."""

import re
from collections.abc import Mapping
from functools import reduce
from typing import Any

Place = tuple[int | str, ...]

_CELL = re.compile(r"^([A-Z]+)(\d+)")
_NUMBERS = ("page", "table", "paragraph", "line", "row", "column")


def reading_order(locator: Mapping[str, Any]) -> Place:
    """Return a key that sorts places (fields of a ``Locator``) as they are read.

    Tables come after all paragraphs, and sheets by their names: where a table stands among the paragraphs, or a sheet among
    the sheets, no locator tells. See ``scale``.
    """
    cell = _CELL.match(locator.get("cell") or "")
    numbers = (locator.get(name) or 0 for name in _NUMBERS)
    return *numbers, locator.get("sheet") or "", *((int(cell[2]), _column(cell[1])) if cell else (0, 0))


def scale(locator: Mapping[str, Any]) -> str:
    """Return the field by which a place is counted first, "" for none; only places of one scale have a known order."""
    return next((name for name in (*_NUMBERS, "sheet") if locator.get(name) is not None), "")


def _column(letters: str) -> int:
    """Return the number of a column of a sheet: A is 1, AA is 27."""
    return reduce(lambda number, letter: number * 26 + ord(letter) - ord("A") + 1, letters, 0)
