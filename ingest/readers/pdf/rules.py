"""Tables that are ruled: their cells by the lines drawn around them, with the lines that a page break left out."""

from collections.abc import Sequence
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import TableFinder, TableSettings

from dutygraph.ingest.readers.pdf.boxes import Box

_SNAP = 3.0
"""Points; what lies this near to an edge lies at it."""
_FEWEST = 3
"""Vertical lines that end at one height and so belong to a table; the frame of a page has two."""

Edge = dict[str, Any]
"""A straight line as pdfplumber gives it: orientation, x0, x1, top, bottom."""


def ruled_tables(page: Page) -> list[list[Box]]:
    """Return the cells of each table of a page, those that are open to the page before or behind closed."""
    finder = TableFinder(page, TableSettings.resolve(None))
    if missing := _missing(finder.edges):
        finder = TableFinder(page, TableSettings.resolve({"explicit_horizontal_lines": missing}))
    return [table.cells for table in finder.tables if len(table.cells) > 1]


def _missing(edges: Sequence[Edge]) -> list[Edge]:
    """Return the horizontal lines that lack where the vertical ones end: a cell that goes on over the page has none."""
    verticals = [edge for edge in edges if edge["orientation"] == "v"]
    horizontals = [edge for edge in edges if edge["orientation"] == "h"]
    missing: list[Edge] = []
    for end in ("top", "bottom"):
        level: list[Edge] = []
        for edge in [*sorted(verticals, key=lambda edge: edge[end]), None]:
            if edge and (not level or edge[end] - level[0][end] < _SNAP):
                level.append(edge)
                continue
            if len(level) >= _FEWEST and not _is_drawn(line := _line(level, end), horizontals):
                missing.append(line)
            level = [edge] if edge else []
    return missing


def _line(level: Sequence[Edge], end: str) -> Edge:
    """Return the horizontal line through the ends of vertical ones."""
    y, x0, x1 = level[0][end], min(edge["x0"] for edge in level), max(edge["x0"] for edge in level)
    return {"object_type": "line", "x0": x0, "x1": x1, "top": y, "bottom": y, "width": x1 - x0, "height": 0.0}


def _is_drawn(line: Edge, horizontals: Sequence[Edge]) -> bool:
    """Return whether lines are drawn along the whole of a line."""
    reached = line["x0"]
    for edge in sorted(horizontals, key=lambda edge: edge["x0"]):
        if abs(edge["top"] - line["top"]) < _SNAP and edge["x0"] - reached < _SNAP:
            reached = max(reached, edge["x1"])
    return bool(line["x1"] - reached < _SNAP)
