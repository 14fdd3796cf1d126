"""The columns in which the cells of a Word table stand, also where its borders were dragged row by row.

Word lays a grid over all borders of a table, and stores with each cell how many columns of the grid it spans. Where borders
were dragged, rows of as many cells span other columns of it, though a reader sees the cells under each other.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

Extent = tuple[int, int]
"""The first column of a cell, and the number of columns that it spans."""
MOST_COLUMNS = 63
"""Word's own limit for the columns of a table."""


def aligned(rows: Sequence[Sequence[Extent]], widths: Sequence[int]) -> list[list[Extent]]:
    """Return the extents of the cells of each row, in columns that the rows share.

    The rows with the most cells are those of the columns: where they differ, their cells stand in the columns by order,
    and those of other rows by where they begin. ``widths`` are those of the columns of the grid, as far as they are known.
    """
    most = max(map(len, rows), default=0)
    full = {tuple(row) for row in rows if len(row) == most}
    if len(full) < 2 or most > MOST_COLUMNS:
        return [list(row) for row in rows]
    grid = max(start + span for row in rows for start, span in row)
    known = [*widths[:grid], *[0] * (grid - len(widths))]
    positions = list(accumulate(known if all(known) else [1] * grid, initial=0))
    edges = _edges(next(row for row in rows if len(row) == most), positions)
    found: list[list[Extent]] = []
    for row in rows:
        if len(row) == most:
            edges = _edges(row, positions)
        found.append(_in_columns(_edges(row, positions), edges) if row else [])
    return found


def _edges(row: Sequence[Extent], positions: Sequence[int]) -> list[int]:
    """Return where the cells of a row begin, and where the last one ends."""
    return [*(positions[start] for start, _ in row), positions[sum(row[-1])]] if row else []


def _in_columns(own: Sequence[int], edges: Sequence[int]) -> list[Extent]:
    """Return the extents of cells with edges of their own by the nearest edges of a full row, each in another column."""
    found: list[int] = []
    for at, edge in enumerate(own):
        nearest = min(range(len(edges)), key=lambda index: abs(edges[index] - edge))
        first, last = found[-1] + 1 if found else 0, len(edges) - (len(own) - at)
        found.append(min(max(nearest, first), last))
    return [(start, end - start) for start, end in pairwise(found)]
