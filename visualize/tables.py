"""Answers as CSV and workbooks that a spreadsheet opens, in which no text becomes a formula."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dutygraph.bilingual import in_language
from dutygraph.queries.catalogue.named_queries import Answer
from dutygraph.visualize.wording import as_text
from dutygraph.xml_text import for_xml

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the start of a formula, in full width too (OWASP, CSV injection)."""
_LONGEST = 32_767
"""Characters that a cell of a workbook holds."""

Table = tuple[Sequence[str], Iterable[Sequence[Any]]]
"""Headings, and rows of any values."""


def flat(value: Any) -> Any:
    """Return a value for a cell: one that holds others as JSON, for programs to read."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value


def answer_table(answer: Answer, lang: str) -> Table:
    """Return the rows of an answer under the headings of its columns."""
    headings = [in_language(column, lang) for column in answer.columns.values()]
    return headings, ([row[name] for name in answer.columns] for row in answer.rows)


def csv_of(table: Table, lang: str) -> str:
    """Return a table as CSV; a text that looks like a formula gets an apostrophe before it."""
    headings, rows = table
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([_cell(value, lang) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: Any, lang: str) -> str:
    text = as_text(value, lang)
    return f"'{text}" if isinstance(value, str | list) and text.startswith(_FORMULA) else text


def xlsx_of(table: Table, lang: str) -> bytes:
    """Return a table as a workbook: numbers as numbers, everything else as text."""
    from openpyxl import Workbook

    headings, rows = table
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for row in ([*headings], *rows):
        sheet.append(list(_cells(sheet, row, lang)))
    whole = io.BytesIO()
    book.save(whole)
    return whole.getvalue()


def _cells(sheet: Any, row: Iterable[Any], lang: str) -> Iterator[Any]:
    from openpyxl.cell import WriteOnlyCell

    for value in row:
        cell = WriteOnlyCell(sheet)
        fill(cell, value, lang)
        yield cell


def fill(cell: Any, value: Any, lang: str) -> None:
    """Put a value into a cell of a workbook: a number as a number, everything else as a text that is no formula."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        cell.value = value
        return
    cell.value = for_xml(as_text(value, lang))[:_LONGEST]
    cell.data_type = "s"  # a text that begins with = is a formula to the library
    cell.quotePrefix = True  # and stays a text when somebody edits the cell
