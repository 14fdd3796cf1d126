"""The tables of a sheet, found by their rules: a cell is a piece of paper that rules enclose."""

from dataclasses import dataclass

import cv2
import numpy as np

from dutygraph.ingest.readers.scan.sheet import Picture, ScannedSheet

_SHORTEST_RULE = 18.0
"""Points; strokes of characters are shorter, and those of large titles enclose nothing."""
_GAP = 6.0
"""Points; a rule that is printed faintly is interrupted for less."""
_SMALLEST_CELL = 7.0
"""Points; the least width and height of a cell. What is enclosed and smaller is between double rules."""
_EDGE = 1.0
"""Points; the part of a cell beside its rules, where blurred ink of theirs may be."""
_SLANT = 3
"""Pixels by which a rule may leave its row or column, as paper that is not quite flat makes it."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a sheet in pixels; ``right`` and ``bottom`` are the first pixels beyond it."""

    left: int
    top: int
    right: int
    bottom: int

    def holds(self, other: "Area") -> bool:
        """Return whether another area lies in this one."""
        across = self.left <= other.left and other.right <= self.right
        return self != other and across and self.top <= other.top and other.bottom <= self.bottom

    def inset(self, by: int) -> "Area":
        """Return the area without a frame of so many pixels."""
        return Area(self.left + by, self.top + by, self.right - by, self.bottom - by)


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table: the area that it covers, and those of its cells without the edges."""

    area: Area
    cells: list[Area]


def ruled_tables(sheet: ScannedSheet) -> tuple[list[RuledTable], Picture]:
    """Return the tables of a sheet from top to bottom, but those in cells of others, and the sheet's ink without rules."""
    rules = _rules(sheet.ink, sheet.scale) | _rules(sheet.ink.T.copy(), sheet.scale).T
    count, _, boxes, _ = cv2.connectedComponentsWithStats(rules)
    areas = [
        Area(left, top, left + width, top + height)
        for left, top, width, height, _ in boxes[1:count].tolist()
        if min(width, height) > _SMALLEST_CELL * sheet.scale
    ]
    tables = [RuledTable(area, _cells(rules, area, sheet.scale)) for area in areas]
    tables = [table for table in tables if len(table.cells) > 1]
    outer = [table for table in tables if not any(other.area.holds(table.area) for other in tables)]
    written = cv2.bitwise_and(sheet.ink, cv2.bitwise_not(cv2.dilate(rules, np.ones((3, 3), np.uint8))))
    return sorted(outer, key=lambda table: table.area.top), np.asarray(written, np.uint8)


def _rules(ink: Picture, scale: float) -> Picture:
    """Return the horizontal rules, small gaps closed."""
    thick = cv2.dilate(ink, np.ones((_SLANT, 1), np.uint8))
    long = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, round(_SHORTEST_RULE * scale)), np.uint8))
    whole = cv2.morphologyEx(long, cv2.MORPH_CLOSE, np.ones((1, round(_GAP * scale)), np.uint8))
    return np.asarray(whole, np.uint8)


def _cells(rules: Picture, area: Area, scale: float) -> list[Area]:
    """Return the enclosed pieces of paper in an area; its edge counts as a rule, for tables that are open at the sides."""
    piece = rules[area.top : area.bottom, area.left : area.right].copy()
    cv2.rectangle(piece, (0, 0), (piece.shape[1] - 1, piece.shape[0] - 1), (255,), 1)
    count, _, boxes, _ = cv2.connectedComponentsWithStats(cv2.bitwise_not(piece), connectivity=4)
    least = _SMALLEST_CELL * scale
    edge = round(_EDGE * scale)
    return [
        Area(area.left + left, area.top + top, area.left + left + width, area.top + top + height).inset(edge)
        for left, top, width, height, _ in boxes[1:count].tolist()
        if min(width, height) >= least
    ]
