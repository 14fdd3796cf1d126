"""Tables that run over pages: their parts put together to one grid."""

from dataclasses import dataclass, field

from dutygraph.ingest.document import Cell, Span
from dutygraph.ingest.readers.pdf.joints import Joint, Style, style_of
from dutygraph.ingest.readers.pdf.lines import paragraphs
from dutygraph.ingest.readers.pdf.pages import Box, Part, edges, place
from dutygraph.ingest.records import Locator

_SAME_WIDTH = 8.0
"""Points; parts of one table differ by less."""
_HEADER_ROWS = 5
"""What is printed again on a new page stands among so many rows of the table's beginning."""

Row = list[Cell]


@dataclass(slots=True)
class PrintedTable:
    """A table of a document, part by part; ``grid`` notes in ``cut`` which cells go on with the page before."""

    number: int
    parts: list[Part]
    cut: set[Locator] = field(default_factory=set)

    def continues_with(self, part: Part) -> bool:
        """Say whether a part may belong to this table: it stands on a later page and is as wide."""
        last = self.parts[-1]
        return part.page > last.page and abs(part.width - last.width) < _SAME_WIDTH

    def grid(self) -> list[Row]:
        """Return the rows of all parts, without a header that is printed again."""
        columns = edges(box.x0 - part.x0 for part in self.parts for row in part.rows for box in row)
        style = style_of(self.parts)
        grid: list[Row] = []
        ends: dict[int, Cell] = {}
        for at in range(len(self.parts)):
            rows, ends = self._part(at, columns, style, ends, len(grid))
            grid += rows
        return grid

    def _part(
        self, at: int, columns: list[float], style: Style, above: dict[int, Cell], number: int
    ) -> tuple[list[Row], dict[int, Cell]]:
        """Return the rows of a part, and by column the cells that reach its end; ``above`` are those of the part before."""
        part = self.parts[at]
        rows = _without_repeats(part.rows, self.parts[0].rows[:_HEADER_ROWS]) if at else part.rows
        joint = Joint(self.parts[at - 1], part, rows[0], style) if at and rows else None
        lowest = [id(box) for box in part.last_boxes()]
        grid: list[Row] = []
        ends: dict[int, Cell] = {}
        for row in rows:
            cells = [Cell() for _ in columns]
            for box in row:
                column = place(columns, box.x0 - part.x0)
                locator = Locator(
                    page=part.page, table=self.number, row=number + len(grid) + 1, column=column + 1
                )
                cell = _cell(box, part.padding, locator)
                if joint and joint.cuts(box):
                    self.cut.add(locator)
                if joint and (whole := above.get(column)) and (joint.lifts(box) or joint.covers(box)):
                    whole.spans[:] = cell.spans if box.text else whole.spans
                    cells[column], cell = Cell(), whole
                else:
                    cells[column] = cell
                if id(box) in lowest:
                    ends[column] = cell
            grid.append(cells)
            joint = None
        return grid, ends


def _cell(box: Box, padding: float, locator: Locator) -> Cell:
    """A cell with a span for each paragraph."""
    texts = paragraphs(box.lines, box.x0 + padding, box.x1 - padding)
    return Cell([Span(text, locator) for text in texts or [""]])


def _without_repeats(rows: list[list[Box]], head: list[list[Box]]) -> list[list[Box]]:
    """Leave out the rows at the beginning of a page that repeat rows at the beginning of the table."""
    first = _texts(rows[0])
    start = next((at for at, row in enumerate(head) if _texts(row) == first and any(first)), len(head))
    repeated = 0
    for row, above in zip(rows, head[start:], strict=False):
        if _texts(row) != _texts(above):
            break
        repeated += 1
    return rows[repeated:]


def _texts(row: list[Box]) -> list[str]:
    return [box.text for box in row]
