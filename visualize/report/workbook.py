"""The sheets of a report as an Excel file: filters, wrapped texts, links between sheets, and no formula."""

import io
import re
from collections.abc import Mapping, Sequence
from itertools import accumulate

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from dutygraph.visualize.report.row_heights import fit_rows
from dutygraph.visualize.report.sheet_pages import on_paper
from dutygraph.visualize.report.sheets import Leap, ReportSheet
from dutygraph.visualize.tables import fill
from dutygraph.visualize.texts import Language

_NO_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
"""Characters that the name of a sheet may have."""
_PRINTED = 260
"""Characters side by side that can still be read on a landscape page; columns beyond are for the screen."""
_FONT = "宋体"
_PLAIN, _HEAD = Font(name=_FONT), Font(name=_FONT, bold=True)
_LINK = Font(name=_FONT, color="1F4E79", underline="single")
_GREY = PatternFill("solid", start_color="F2F2F2")
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def report_workbook(sheets: Sequence[ReportSheet], lang: Language) -> bytes:
    """Return the bytes of an .xlsx file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    first_rows = {_name(sheet.name): _first_rows(sheet) for sheet in sheets}
    for sheet in sheets:
        _add(book, sheet, first_rows, lang)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _first_rows(sheet: ReportSheet) -> dict[str, int]:
    """Return in which row of a sheet each text of its first column stands first; the headings are row 1."""
    rows: dict[str, int] = {}
    for number, row in enumerate(sheet.rows, start=2):
        value = row[0]
        rows.setdefault(value.text if isinstance(value, Leap) else str(value), number)
    return rows


def _add(
    book: Workbook, sheet: ReportSheet, first_rows: Mapping[str, Mapping[str, int]], lang: Language
) -> None:
    page = book.create_sheet(_name(sheet.name))
    for column, heading in enumerate(sheet.headings, start=1):
        cell = page.cell(1, column)
        fill(cell, heading, lang)
        cell.font, cell.fill, cell.alignment = _HEAD, _GREY, _WRAPPED
    for number, row in enumerate(sheet.rows, start=2):
        for column, value in enumerate(row, start=1):
            _put(page.cell(number, column), value, first_rows, lang)
    _lay_out(page, sheet)


def _put(
    cell: Cell | MergedCell, value: object, first_rows: Mapping[str, Mapping[str, int]], lang: Language
) -> None:
    fill(cell, value.text if isinstance(value, Leap) else value, lang)
    cell.font, cell.alignment = _PLAIN, _WRAPPED
    if isinstance(value, float):
        cell.number_format = "0.00"
    if isinstance(value, Leap) and (row := first_rows.get(_name(value.sheet), {}).get(value.text)):
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{_name(value.sheet)}'!A{row}")
        cell.font = _LINK


def _lay_out(page: Worksheet, sheet: ReportSheet) -> None:
    """Set filters, a head that stays, widths, and a landscape page as wide as its paper."""
    on_paper(page, sheet.widths, 1)
    fit_rows(page, sheet.widths, 1, page.max_row)
    page.auto_filter.ref = page.dimensions
    if (printed := sum(width <= _PRINTED for width in accumulate(sheet.widths))) < len(sheet.widths):
        page.print_area = f"A1:{get_column_letter(printed)}{page.max_row}"


def _name(title: str) -> str:
    return _NO_NAME.sub(" ", title)[:_LONGEST_NAME]
