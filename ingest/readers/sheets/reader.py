"""Excel workbooks, .xlsx, .xlsm and .xls, with formulas by their results.

They are read by calamine: it gives merged ranges in both formats, and skips a million blank rows in two seconds without
keeping them, for which openpyxl takes twenty seconds and half a gigabyte. Hidden rows and columns are read like others, as
a forgotten filter hides them more often than an author; hidden sheets hold lists to choose from, and are not read; one with
a table of a list gives a warning.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from string import ascii_uppercase

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from dutygraph.ingest.characters import without_controls
from dutygraph.ingest.document import Block, Cell, Paragraph, Span, Unread
from dutygraph.ingest.errors import damaged, encrypted
from dutygraph.ingest.files.archive import open_archive
from dutygraph.ingest.files.limits import within_limits
from dutygraph.ingest.odd_characters import note_left_out
from dutygraph.ingest.readers.sheets.number_formats import formatted
from dutygraph.ingest.readers.sheets.packed_sheets import SheetNotes, notes_on_sheets
from dutygraph.ingest.readers.sheets.sheet_lists import Sheet, sheet_blocks
from dutygraph.ingest.readers.tables.header_elsewhere import has_header
from dutygraph.ingest.records import Locator

Value = int | float | str | bool | date | datetime | time | timedelta

_LINE_END = re.compile(r"\r\n?|\n")
_WHOLE = 1e15
"""Excel prints every digit of whole numbers below this."""


def read_packed_workbook(data: bytes, source: str) -> list[Block]:
    """Return the blocks of an .xlsx or .xlsm file; raises UnreadableDocumentError."""
    return sheet_blocks(packed_sheets(data, source))


def read_workbook(data: bytes, source: str) -> list[Block]:
    """Return the blocks of an .xls file; raises UnreadableDocumentError."""
    return sheet_blocks(sheets(data, source))


def packed_sheets(data: bytes, source: str) -> list[Sheet]:
    """Return the sheets of an .xlsx or .xlsm file that are shown; raises UnreadableDocumentError."""
    archive = open_archive(data, source)
    archive.check_all()
    return _read(data, source, notes_on_sheets(archive, source))


def sheets(data: bytes, source: str) -> list[Sheet]:
    """Return the sheets of an .xls file that are shown; raises UnreadableDocumentError."""
    return _read(data, source, {})


def _read(data: bytes, source: str, notes: Mapping[str, SheetNotes]) -> list[Sheet]:
    try:
        book = CalamineWorkbook.from_object(BytesIO(data))
        found = [
            (
                _sheet(book.get_sheet_by_name(meta.name), notes.get(meta.name, SheetNotes()), source),
                meta.visible == SheetVisibleEnum.Visible,
            )
            for meta in book.sheets_metadata
            if meta.typ == SheetTypeEnum.WorkSheet
        ]
        read = (sheet if is_visible else _hidden(sheet) for sheet, is_visible in found)
        return [sheet for sheet in read if sheet]
    except PasswordError as error:
        raise encrypted(source) from error
    except CalamineError as error:
        raise damaged(source) from error
    # A panic of calamine's Rust is no Exception, and its class cannot be imported.
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise damaged(source) from error
        raise


def _hidden(sheet: Sheet) -> Sheet | None:
    """Return what stands for a hidden sheet, and becomes a warning; None for one without a table of a list."""
    if not has_header(sheet.rows):
        return None
    place = Locator(sheet=sheet.name)
    return Sheet(sheet.name, (), [(1, Unread([Span("", place)], "hidden_sheet"))])


def _sheet(sheet: CalamineSheet, notes: SheetNotes, source: str) -> Sheet:
    """Return the rows that are not blank, as texts with their places."""
    left = sheet.start[1] if sheet.start else 0
    name = without_controls(sheet.name)
    rows: dict[int, list[Cell]] = {}
    for number, values in within_limits(_filled_rows(sheet, notes), source):
        rows[number] = [
            _cell(value, f"{_letters(column)}{number}", name, notes)
            for column, value in enumerate(values, start=left)
        ]
    for number, column in _covered(sheet, list(rows)):
        if left <= column < left + sheet.width:
            rows[number][column - left] = Cell()
    return Sheet(name, list(rows.values()), list(_drawn(name, notes)))


def _filled_rows(sheet: CalamineSheet, notes: SheetNotes) -> Iterator[tuple[int, Sequence[Value]]]:
    """Yield the rows that are not blank with their 1-based numbers (calamine gives them from the first row on)."""
    with_formula = {int(place.lstrip(ascii_uppercase)) for place in notes.formulas}
    for number, values in enumerate(sheet.iter_rows(), start=1):
        if number in with_formula or any(value != "" for value in values):
            yield number, values


def _cell(value: Value, place: str, sheet: str, notes: SheetNotes) -> Cell:
    """Return a cell with a span for each of its lines; ``place`` is its name (B3)."""
    text = _printed(value, notes.formats.get(place, "")) or notes.formulas.get(place, "")
    locator = Locator(sheet=sheet, cell=place)
    if place in notes.struck:
        text, struck = notes.struck[place] or ("", text)
        note_left_out("struck", struck, locator)
    return Cell([Span(line, locator) for line in _LINE_END.split(text)])


def _drawn(sheet: str, notes: SheetNotes) -> Iterator[tuple[int, Paragraph]]:
    """Yield what stands over the cells, with the 1-based row where it begins."""
    for row, column, what, text in notes.drawn:
        spans = [Span(text, Locator(sheet=sheet, cell=f"{_letters(column)}{row + 1}"))]
        yield row + 1, Unread(spans, what) if what else Paragraph(spans)


def _printed(value: Value, code: str) -> str:
    """Return a value as Excel displays it by the code of its format; without one 1, not 1.0, and 2024-03-01."""
    if isinstance(value, bool):
        return str(value).upper()
    if code and value != "" and not isinstance(value, timedelta) and (text := formatted(value, code)):
        return text
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and abs(value) < _WHOLE else f"{value:.15g}"
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return str(value)


def _covered(sheet: CalamineSheet, numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield row number and 0-based column of each cell that a merge covers, in the rows of ``numbers`` (ascending)."""
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for number in numbers[bisect_left(numbers, top + 1) : bisect_right(numbers, bottom + 1)]:
            for column in range(left, right + 1):
                if (number, column) != (top + 1, left):
                    yield number, column


def _letters(column: int) -> str:
    """Return the name of a 0-based column: A, B … Z, AA …."""
    higher, last = divmod(column, len(ascii_uppercase))
    return (_letters(higher - 1) if higher else "") + ascii_uppercase[last]
