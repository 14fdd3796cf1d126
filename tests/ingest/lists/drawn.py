"""A table drawn as lines of text, printed as a file of each format that has merged cells.

A line is a row, ``|`` stands between cells; ``<`` is covered by the cell to the left, ``^`` by the cell above.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from io import BytesIO

import docx
import openpyxl


@dataclass(frozen=True)
class Drawing:
    """A document: title and heading, and a table under them."""

    title: str
    heading: str
    rows: list[list[str]]

    @classmethod
    def of(cls, title: str, heading: str, table: str) -> "Drawing":
        """Read a drawn table."""
        rows = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
        return cls(title, heading, rows)

    def cells(self) -> Iterator[tuple[int, int, int, int, str]]:
        """Yield row, column, height, width and text of each cell that is not covered."""
        for at, row in enumerate(self.rows):
            for column, text in enumerate(row):
                if text not in ("<", "^"):
                    yield at, column, self._height(at, column), self._width(at, column), text

    def _height(self, at: int, column: int) -> int:
        return 1 + next(
            (n for n, row in enumerate(self.rows[at + 1 :]) if row[column] != "^"), len(self.rows) - at - 1
        )

    def _width(self, at: int, column: int) -> int:
        row = self.rows[at]
        return 1 + next((n for n, text in enumerate(row[column + 1 :]) if text != "<"), len(row) - column - 1)


def as_html(drawing: Drawing) -> bytes:
    """A web page."""
    rows: list[str] = [""] * len(drawing.rows)
    for at, _, height, width, text in drawing.cells():
        rows[at] += f'<td rowspan="{height}" colspan="{width}">{escape(text)}</td>'
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    return (
        f"<meta charset=utf-8><h1>{drawing.title}</h1><p>{drawing.heading}</p><table>{table}</table>".encode()
    )


def as_docx(drawing: Drawing) -> bytes:
    """A Word document."""
    document = docx.Document()
    document.add_paragraph(drawing.title)
    document.add_paragraph(drawing.heading)
    table = document.add_table(len(drawing.rows), len(drawing.rows[0]))
    for at, column, height, width, text in drawing.cells():
        table.cell(at, column).merge(table.cell(at + height - 1, column + width - 1)).text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_xlsx(drawing: Drawing) -> bytes:
    """A workbook; numbers are numbers."""
    book = openpyxl.Workbook()
    (sheet,) = book.worksheets
    sheet.append([drawing.title])
    sheet.append([drawing.heading])
    for at, column, height, width, text in drawing.cells():
        cell = sheet.cell(at + 3, column + 1, float(text) if text.isdigit() else text)
        if height > 1 or width > 1:
            sheet.merge_cells(
                start_row=cell.row,
                start_column=cell.column,
                end_row=at + height + 2,
                end_column=column + width,
            )
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


FORMATS: Mapping[str, Callable[[Drawing], bytes]] = {"html": as_html, "docx": as_docx, "xlsx": as_xlsx}
