"""Which of the rows of a document stands at a place, or last before it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from dutygraph.ingest.reading_order import Place, reading_order, scale


class RowPlaces:
    """Rows by their places: numbers of rows and locators, in the order in which the rows are shown."""

    def __init__(self, places: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
        self._by_scale: dict[str, list[tuple[Place, int]]] = defaultdict(list)
        for number, locator in places:
            self._by_scale[scale(locator)].append((reading_order(locator), number))
        for rows in self._by_scale.values():
            rows.sort()
        self._first = min((number for rows in self._by_scale.values() for _, number in rows), default=0)

    def row_at(self, locator: Mapping[str, Any]) -> int:
        """Return the number of the row at a place, else of the one before it; the first of those with one place.

        Rows whose order to the place is unknown do not count. Where nothing stands before, it is the first row that does,
        and the first of all where none counts.
        """
        rows = self._by_scale.get(scale(locator))
        if not rows:
            return self._first
        before = max(0, bisect_right(rows, reading_order(locator), key=_place) - 1)
        return rows[bisect_left(rows, _place(rows[before]), key=_place)][1]


def _place(row: tuple[Place, int]) -> Place:
    return row[0]
