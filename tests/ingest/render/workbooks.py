"""Write sheets as files: .xlsx by openpyxl, .xls by xlwt, and delimited text."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO

import openpyxl
import xlwt
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

from tests.ingest.render.pages import Page


def xlsx(pages: Sequence[Page]) -> bytes:
    """Write a workbook; numbers in the first columns as numbers, as Excel takes them."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for page in pages:
        sheet = book.create_sheet(page.name)
        for row, texts in enumerate(page.rows, start=1):
            for column, text in enumerate(texts, start=1):
                cell = sheet.cell(row, column, value(text) if column < 4 else text or None)
                cell.alignment = Alignment(wrap_text=True)
        for top, left, bottom, right in page.merges:
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for row in page.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for column in page.hidden_columns:
            sheet.column_dimensions[get_column_letter(column)].hidden = True
    choices = book.create_sheet("选项")
    choices.sheet_state = "hidden"
    choices["A1"] = "下拉选项"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def xls(pages: Sequence[Page]) -> bytes:
    """Write a workbook of the format before 2007."""
    book = xlwt.Workbook(encoding="utf-8")
    for page in pages:
        sheet = book.add_sheet(page.name, cell_overwrite_ok=True)
        for row, texts in enumerate(page.rows):
            for column, text in enumerate(texts):
                sheet.write(row, column, value(text) if column < 3 else text)
        for top, left, bottom, right in page.merges:
            text = page.rows[top - 1][left - 1]
            sheet.write_merge(top - 1, bottom - 1, left - 1, right - 1, value(text) if left < 4 else text)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def value(text: str) -> str | int | None:
    return int(text) if text.isdigit() and not text.startswith("0") else text or None


def delimited(pages: Sequence[Page], delimiter: str, encoding: str) -> bytes:
    """Write the rows of all sheets as text, as long as each is; several have their names above them."""
    stream = StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows_of(pages))
    return stream.getvalue().encode(encoding)


def exported(pages: Sequence[Page], delimiter: str, encoding: str) -> bytes:
    """Write them as databases and Excel do: every row as long as the longest; here all cells are in quotes."""
    rows = rows_of(pages)
    width = max(map(len, rows), default=0)
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([*row, *[""] * (width - len(row))] for row in rows)
    return stream.getvalue().encode(encoding)


def rows_of(pages: Sequence[Page]) -> list[list[str]]:
    return [row for page in pages for row in ([[page.name], *page.rows] if len(pages) > 1 else page.rows)]
