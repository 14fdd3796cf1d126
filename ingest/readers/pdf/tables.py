"""Tables that run over pages: their parts joined to one grid."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dutygraph.ingest.document import Cell, Span
from dutygraph.ingest.readers.pdf.boxes import distinct_edges, edge_index
from dutygraph.ingest.readers.pdf.joints import PageJoint, table_style
from dutygraph.ingest.readers.pdf.lines import paragraphs
from dutygraph.ingest.readers.pdf.pages import CellBox, TablePart
from dutygraph.ingest.records import Locator

_SAME_WIDTH = 8.0
"""Points; the widths of the parts of a table differ by less."""
_HEADER_ROWS = 5
"""Rows at the beginning of a table that a new page may repeat."""

GridRow = list[Cell]


@dataclass(slots=True)
class PagedTable:
    """A table of a document: its number in the document (from 1), and its parts, one per page or more."""

    number: int
    parts: list[TablePart]

    def continues_with(self, part: TablePart) -> bool:
        """Return whether a part may belong to this table: it stands on a later page and is as wide."""
        last = self.parts[-1]
        return part.page > last.page and abs(part.width - last.width) < _SAME_WIDTH

    def grid(self) -> tuple[list[GridRow], set[Locator]]:
        """Return the rows of all parts without repeated headers, and the places of cells that a page break cut."""
        grid = _Grid(self.number, _columns(self.parts))
        style = table_style(self.parts)
        head = self.parts[0].rows[:_HEADER_ROWS]
        grid.add(self.parts[0], self.parts[0].rows, None)
        for above, part in pairwise(self.parts):
            rows = _without_repeats(part.rows, head)
            grid.add(part, rows, PageJoint(above, part, rows[0], style, grid.filled) if rows else None)
        return grid.rows, grid.cut


@dataclass(slots=True)
class _Grid:
    """The rows of a table while its parts are added."""

    table: int
    columns: dict[int, list[float]]
    """By page, the left edges of the columns, from the left edge of the table."""
    rows: list[GridRow] = field(default_factory=list)
    cut: set[Locator] = field(default_factory=set)
    """The places of cells whose text began on the page before."""
    ends: dict[int, Cell] = field(default_factory=dict)
    """By column, the cells that reach the lower end of the last part."""
    edges: list[float] = field(default_factory=list)
    """The columns of the last part."""

    @property
    def filled(self) -> list[float]:
        """The left edges of the cells that reach the lower end and have a text, maybe from a page before the last."""
        return [self.edges[column] for column, cell in self.ends.items() if cell.text]

    def add(self, part: TablePart, rows: list[list[CellBox]], joint: PageJoint | None) -> None:
        """Add rows of a part; ``joint`` joins the first of them to the part before."""
        lowest = {id(box) for box in part.last_boxes()}
        ends: dict[int, Cell] = {}
        columns = self.columns[part.page]
        for row in rows:
            cells = [Cell() for _ in columns]
            for box in row:
                column = edge_index(columns, box.x0 - part.x0)
                cell = self._cell(box, part, column, joint)
                whole = self.ends.get(column) if joint else None
                if joint and whole and (joint.lifts(box) or joint.covers(box)):
                    whole.spans[:] = cell.spans if box.text else whole.spans
                    cell = whole
                else:
                    cells[column] = cell
                if id(box) in lowest:
                    ends[column] = cell
            self.rows.append(cells)
            joint = None
        self.ends, self.edges = ends, columns

    def _cell(self, box: CellBox, part: TablePart, column: int, joint: PageJoint | None) -> Cell:
        """Return a cell of the next row with a span for each paragraph; note it in ``cut`` if the page break cut it."""
        locator = Locator(page=part.page, table=self.table, row=len(self.rows) + 1, column=column + 1)
        if joint and joint.cuts(box):
            self.cut.add(locator)
        texts = paragraphs(box.lines, box.x0 + part.padding, box.x1 - part.padding)
        return Cell([Span(text, locator) for text in texts or [""]])


def _columns(parts: Sequence[TablePart]) -> dict[int, list[float]]:
    """Return the columns by page: the same number in each part, or those of all parts together."""
    own = [distinct_edges(box.x0 - part.x0 for row in part.rows for box in row) for part in parts]
    if len({len(edges) for edges in own}) > 1:
        together = distinct_edges(box.x0 - part.x0 for part in parts for row in part.rows for box in row)
        own = [together for _ in parts]
    return {part.page: edges for part, edges in zip(parts, own, strict=True)}


def _without_repeats(rows: list[list[CellBox]], head: list[list[CellBox]]) -> list[list[CellBox]]:
    """Return the rows of a page without those at its beginning that repeat rows of the table's ``head``."""
    first = _texts(rows[0])
    start = next((at for at, row in enumerate(head) if _texts(row) == first and any(first)), len(head))
    repeated = 0
    for row, above in zip(rows, head[start:], strict=False):
        if _texts(row) != _texts(above):
            break
        repeated += 1
    return rows[repeated:]


def _texts(row: list[CellBox]) -> list[str]:
    return [box.text for box in row]
