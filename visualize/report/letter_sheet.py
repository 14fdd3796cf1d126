"""A letter as an Excel file: one sheet with the request above the table that is to be filled in."""

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from dutygraph.visible import visible_in_xml
from dutygraph.visualize.report.letter import HEADINGS, Letter
from dutygraph.visualize.report.model import ReportParagraph
from dutygraph.visualize.report.row_heights import fit_rows
from dutygraph.visualize.report.sheet_pages import on_paper
from dutygraph.visualize.tables import fill
from dutygraph.visualize.texts import Language, text

_WIDTHS = (6, 14, 34, 44, 44, 40)
"""Columns in characters; the code has one of its own behind the number."""
_PER_LINE = sum(_WIDTHS) // 2
"""Chinese characters in a line over all columns."""
_HEAD = 4
"""The row of the headings."""
_LINE = 18
"""Height of a line of the request in points."""
_LONGEST = 600
"""Characters of a cell: a row is at most 409 points high, and what does not fit is neither seen nor printed."""
_FONT = "宋体"
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_GREY, _OPEN = PatternFill("solid", start_color="F2F2F2"), PatternFill("solid", start_color="FFFBE6")
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def letter_sheet(letter: Letter) -> bytes:
    """Return the bytes of an .xlsx file."""
    book = Workbook()
    (page,) = book.worksheets
    page.title = text("letter_table", letter.lang)
    _request(page, letter)
    _table(page, letter)
    fit_rows(page, _WIDTHS, _HEAD, page.max_row)
    _across(page, page.max_row + 1, f"{letter.sender}　{letter.day}", Font(name=_FONT, size=11), _LINE + 6)
    page.cell(page.max_row, 1).alignment = Alignment(horizontal="right", vertical="center")
    on_paper(page, _WIDTHS, _HEAD)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _request(page: Worksheet, letter: Letter) -> None:
    """Fill the rows above the table: title, request, and who is to fill it in."""
    lang = letter.lang
    request = "\n".join([f"{letter.to}{text('colon', lang)}", *letter.paragraphs])
    _across(page, 1, letter.title, Font(name="黑体", size=18), 34)
    page["A1"].alignment = Alignment(horizontal="center", vertical="center")
    lines = sum(1 + len(line) // _PER_LINE for line in request.split("\n"))
    _across(page, 2, request, Font(name=_FONT, size=11), lines * _LINE)
    _across(page, 3, text("letter_filled_by", lang, name=letter.to), Font(name=_FONT, size=11), _LINE + 4)


def _table(page: Worksheet, letter: Letter) -> None:
    """Fill the table from its head on; its last column is to be filled in."""
    lang = letter.lang
    number, *others = HEADINGS
    keys = (number, "letter_code", *others)
    _row(page, _HEAD, [text(key, lang) for key in keys], lang)
    for cell in page[_HEAD]:
        cell.font, cell.fill = Font(name=_FONT, bold=True), _GREY
    for at, row in enumerate(letter.rows, start=_HEAD + 1):
        values = [
            row.number,
            row.code,
            "\n".join(row.problem),
            _flat(row.own, lang),
            _flat(row.other, lang),
            "",
        ]
        _row(page, at, values, lang)
        page.cell(at, 1).alignment = Alignment(horizontal="center", vertical="top")
        page.cell(at, len(keys)).fill = _OPEN
        page.cell(at, len(keys)).number_format = "@"  # what is typed stays a text


def _across(page: Worksheet, row: int, value: str, font: Font, height: float) -> None:
    """Put a text into a cell over all columns."""
    page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(_WIDTHS))
    cell = page.cell(row, 1)
    fill(cell, visible_in_xml(value), "zh")
    cell.font, cell.alignment = font, _WRAPPED
    page.row_dimensions[row].height = height


def _row(page: Worksheet, at: int, values: Sequence[object], lang: Language) -> None:
    for column, value in enumerate(values, start=1):
        cell = page.cell(at, column)
        fill(cell, visible_in_xml(value) if isinstance(value, str) else value, lang)
        cell.font, cell.alignment, cell.border = Font(name=_FONT), _WRAPPED, _BOX


def _flat(paragraphs: Sequence[ReportParagraph], lang: Language) -> str:
    whole = "\n".join("".join(run.text for run in one.runs) for one in paragraphs)
    return whole if len(whole) <= _LONGEST else f"{whole[:_LONGEST]}{text('letter_cut', lang)}"
