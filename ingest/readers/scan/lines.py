"""The lines of text in a piece of a sheet: bands of ink between bands of paper."""

from collections.abc import Iterable, Sequence
from statistics import median

import numpy as np

from dutygraph.ingest.readers.scan.rules import Area
from dutygraph.ingest.readers.scan.sheet import Picture

_LEAST_INK = 2
"""Pixels of ink in a row that belongs to a line."""
_SMALLEST = 5.0
"""Points; the least height of a type size."""
_SAME_LINE = 1.2
"""In type sizes; bands that are not higher together are one line (the strokes of 二, a line of dashes)."""
_FAINT = 0.12
"""In type sizes; a band without more height or width is dust, and the remains of a rule."""


def type_size(ink: Picture, areas: Iterable[Area], scale: float) -> float:
    """Return the height in pixels of most lines in these areas."""
    heights = [bottom - top for area in areas for top, bottom in _bands(_cut(ink, area))]
    return float(median([height for height in heights if height >= _SMALLEST * scale] or [_SMALLEST * scale]))


def text_lines(ink: Picture, area: Area, size: float) -> list[Area]:
    """Return the areas of the lines of text in an area, from top to bottom."""
    piece = _cut(ink, area)
    lines: list[Area] = []
    for top, bottom in _joined(_bands(piece), size):
        columns = np.flatnonzero(piece[top:bottom].any(axis=0))
        left, right = int(columns[0]), int(columns[-1]) + 1
        if max(bottom - top, right - left) > _FAINT * size:
            lines.append(Area(area.left + left, area.top + top, area.left + right, area.top + bottom))
    return lines


def _cut(ink: Picture, area: Area) -> Picture:
    return ink[area.top : area.bottom, area.left : area.right]


def _bands(piece: Picture) -> list[tuple[int, int]]:
    """Return where bands of rows with ink begin and end."""
    inked = np.count_nonzero(piece, axis=1) >= _LEAST_INK
    edges = np.flatnonzero(np.diff(np.concatenate(([False], inked, [False])).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _joined(bands: Sequence[tuple[int, int]], size: float) -> list[tuple[int, int]]:
    """Join bands that are parts of the same characters."""
    joined: list[tuple[int, int]] = []
    for top, bottom in bands:
        if joined and bottom - joined[-1][0] <= _SAME_LINE * size:
            joined[-1] = (joined[-1][0], bottom)
        else:
            joined.append((top, bottom))
    return joined
