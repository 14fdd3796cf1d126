"""The cells of a table on a page as boxes: which of them a point is in."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

_SNAP = 3.0
"""Points; edges at most this far apart count as one (pdfplumber's own tolerance)."""

Box = tuple[float, float, float, float]
"""Left, upper, right and lower edge in points from the top left corner of the page."""


class CellGrid:
    """The cells of a table, each the place of its box in ``boxes``."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.boxes = boxes
        self.across = distinct_edges(x for box in self.boxes for x in (box[0], box[2]))
        self.down = distinct_edges(y for box in self.boxes for y in (box[1], box[3]))
        self._owner = {
            (column, row): at
            for at, (x0, top, x1, bottom) in enumerate(self.boxes)
            for column in range(edge_index(self.across, x0), edge_index(self.across, x1))
            for row in range(edge_index(self.down, top), edge_index(self.down, bottom))
        }

    def at(self, x: float, y: float) -> int | None:
        """Return the cell that a point is in, None outside of all."""
        return self._owner.get((bisect_right(self.across, x) - 1, bisect_right(self.down, y) - 1))


def distinct_edges(positions: Iterable[float]) -> list[float]:
    """Return positions in ascending order, those within ``_SNAP`` of the one before left out."""
    edges: list[float] = []
    for position in sorted(positions):
        if not edges or position - edges[-1] > _SNAP:
            edges.append(position)
    return edges


def edge_index(edges: Sequence[float], position: float) -> int:
    """Return the index of the last edge at or before a position."""
    return bisect_right(edges, position + _SNAP) - 1
