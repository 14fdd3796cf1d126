"""Files made from a description in plain YAML, for cases that people read and add: paragraphs, tables, sheets, or raw text.

A description is a list of blocks. A text is a paragraph; ``table`` is a list of rows, each a list of cells. In a table ``^``
is a cell merged with the one above, ``<`` one merged with the one to its left, and a line break begins a paragraph. What
only Word can say stands as ``xml`` in the place of a block, a row or a cell; a cell may hold a ``table`` of its own. The
block ``picture`` is a drawing of ruled lines. Workbooks are lists of sheets (``sheet`` and ``rows``); PDF files have
``options``, and a page that begins with ``break: up`` (or ``down``) has text that runs that way. A file of text (.html,
.txt, .csv, .md) is one text, in the ``encoding`` of the options; a web archive (.doc, .xls) is a list of its parts.
"""

from collections.abc import Callable, Mapping, Sequence
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import SMTP
from io import BytesIO
from typing import Any

import openpyxl
from docx import Document
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.ingest.described_cells import ABOVE, LEFT, Rows, merged, picture, run, shown
from tests.ingest.described_pdf import as_pdf
from tests.ingest.render.word import Word, document

Block = Any
PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"


def built(suffix: str, content: Any, options: Mapping[str, Any]) -> bytes:
    """Return the bytes of a file in the format of ``suffix`` that holds the content."""
    if isinstance(content, str):
        return content.encode(options.get("encoding", "utf-8"))
    return WRITERS[suffix](content, **options)


def as_docx(content: Sequence[Block]) -> bytes:
    """Write a Word document."""
    data = document("".join(map(_word_block, content)))
    return _with_pictures(data) if "picture" in content else data


def _with_pictures(data: bytes) -> bytes:
    """Put a picture into the place of each mark; its file needs a part of the document."""
    made = Document(BytesIO(data))
    for paragraph in made.paragraphs:
        if paragraph.text == PICTURE:
            paragraph.runs[0].text = ""
            paragraph.runs[0].add_picture(picture())
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def _word_block(block: Block) -> str:
    if isinstance(block, str):
        return Word().paragraph(PICTURE if block == "picture" else block)
    return str(block["xml"]) if "xml" in block else _word_table(block["table"])


def _word_table(rows: Rows) -> str:
    printed = [_word_row(row, rows[at + 1 :]) for at, row in enumerate(rows)]
    return Word().tabled(printed, max(len(row) for row in rows))


def _word_row(row: Any, below: Rows) -> str:
    if isinstance(row, Mapping):
        return str(row["xml"])
    cells = []
    for column, cell in enumerate(row):
        span = f'<w:gridSpan w:val="{1 + run(row[column + 1 :], LEFT)}"/>'
        if isinstance(cell, Mapping):
            cells.append(_held(cell, span))
        elif cell != LEFT:
            goes_on = bool(below) and not isinstance(below[0], Mapping) and below[0][column] == ABOVE
            merge = "<w:vMerge/>" if cell == ABOVE else '<w:vMerge w:val="restart"/>' if goes_on else ""
            cells.append(Word().cell(shown(cell), span + merge))
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _held(cell: Mapping[str, Any], span: str) -> str:
    """Write a cell that is given as XML, or that holds a table."""
    if "xml" in cell:
        return str(cell["xml"])
    return f"<w:tc><w:tcPr>{span}</w:tcPr>{_word_table(cell['table'])}{Word().paragraph('')}</w:tc>"


def as_xlsx(content: Sequence[Block]) -> bytes:
    """Write a workbook; a number stays one."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for block in content:
        _fill(book.create_sheet(block["sheet"]), block)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(sheet: Worksheet, block: Mapping[str, Any]) -> None:
    """Fill a sheet: its rows, and by the names of cells, columns and numbers of rows what else is said of them."""
    for at, row in enumerate(block["rows"], start=1):
        for column, value in enumerate(row, start=1):
            sheet.cell(at, column, None if value in (ABOVE, LEFT) else value)
    for top, left, bottom, right in merged(block["rows"]):
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    for name, number_format in block.get("formats", {}).items():
        sheet[name].number_format = number_format
    _strike(sheet, block)
    for name, text in block.get("comments", {}).items():
        sheet[name].comment = Comment(text, "编办")
    for name in block.get("pictures", ()):
        sheet.add_image(Image(picture()), name)
    for number in block.get("hidden_rows", ()):
        sheet.row_dimensions[number].hidden = True
    for name in block.get("hidden_columns", ()):
        sheet.column_dimensions[name].hidden = True
    if block.get("hidden"):
        sheet.sheet_state = "hidden"


def _strike(sheet: Worksheet, block: Mapping[str, Any]) -> None:
    """Draw lines through the text of cells, and through every second part of rich texts."""
    for name in block.get("struck", ()):
        sheet[name].font = Font(strike=True)
    for name, parts in block.get("rich", {}).items():
        inside = (TextBlock(InlineFont(strike=at % 2 == 1), part) for at, part in enumerate(parts))
        sheet[name] = CellRichText(*inside)


def as_web_archive(content: Sequence[Block], *, charset: str = "utf-8") -> bytes:
    """Write a web archive as Office does, from parts of HTML with their ``name``; its texts are in base64."""
    archive = MIMEMultipart("related", "----=_NextPart_01", type="text/html")
    kind = archive["Content-Type"]
    del archive["Content-Type"]
    archive["Content-Type"] = kind
    for part in content:
        text = MIMEText(part["html"], "html", charset)
        text["Content-Location"] = f"file:///C:/{part['name']}"
        archive.attach(text)
    return archive.as_bytes(policy=SMTP)


WRITERS: dict[str, Callable[..., bytes]] = {
    ".docx": as_docx,
    ".xlsx": as_xlsx,
    ".pdf": as_pdf,
    ".doc": as_web_archive,
    ".xls": as_web_archive,
}
"""The writers of the formats that are no text, by suffix."""
