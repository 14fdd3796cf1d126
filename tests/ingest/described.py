"""Files made from a description in plain YAML, for cases that people read and add: paragraphs, tables, sheets, or raw text.

A description is a list of blocks. A text is a paragraph; ``table`` is a list of rows, each a list of cells. In a table ``^``
is a cell merged with the one above, ``<`` one merged with the one to its left, and a line break begins a paragraph. What
only Word can say stands as ``xml`` in the place of a block, a row or a cell. Workbooks are lists of sheets (``sheet`` and
``rows``); PDF files have ``options``. A file of text (.html, .txt, .csv, .md) is one text, in an ``encoding`` of its own.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, LongTable, PageBreak, Paragraph, SimpleDocTemplate

from tests.ingest.render.word import Word, document

Block = Any
Rows = Sequence[Any]
FONT = "STSong-Light"
ABOVE, LEFT = "^", "<"
TALL, WIDE = A4, landscape(A4)


def built(suffix: str, content: Any, options: Mapping[str, Any]) -> bytes:
    """Return the bytes of a file in the format of ``suffix`` that holds the content."""
    if isinstance(content, str):
        return content.encode(options.get("encoding", "utf-8"))
    return WRITERS[suffix](content, **options)


def merged(rows: Rows) -> Iterator[tuple[int, int, int, int]]:
    """Yield the merged ranges of a table: top, left, bottom and right, 0-based and inclusive."""
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell not in (ABOVE, LEFT):
                right = column + _run(row[column + 1 :], LEFT)
                below = [other[column] if column < len(other) else None for other in rows[at + 1 :]]
                bottom = at + _run(below, ABOVE)
                if (bottom, right) != (at, column):
                    yield at, column, bottom, right


def _run(cells: Sequence[Any], mark: str) -> int:
    return next((at for at, cell in enumerate(cells) if cell != mark), len(cells))


def _shown(cell: Any) -> str:
    return "" if cell in (None, ABOVE, LEFT) else str(cell)


def as_docx(content: Sequence[Block]) -> bytes:
    """Write a Word document."""
    return document("".join(map(_word_block, content)))


def _word_block(block: Block) -> str:
    if isinstance(block, str):
        return Word().paragraph(block)
    if "xml" in block:
        return str(block["xml"])
    rows: Rows = block["table"]
    printed = [_word_row(row, rows[at + 1 :]) for at, row in enumerate(rows)]
    return Word().tabled(printed, max(len(row) for row in rows))


def _word_row(row: Any, below: Rows) -> str:
    if isinstance(row, Mapping):
        return str(row["xml"])
    cells = []
    for column, cell in enumerate(row):
        if isinstance(cell, Mapping):
            cells.append(str(cell["xml"]))
        elif cell != LEFT:
            span = f'<w:gridSpan w:val="{1 + _run(row[column + 1 :], LEFT)}"/>'
            goes_on = bool(below) and not isinstance(below[0], Mapping) and below[0][column] == ABOVE
            merge = "<w:vMerge/>" if cell == ABOVE else '<w:vMerge w:val="restart"/>' if goes_on else ""
            cells.append(Word().cell(_shown(cell), span + merge))
    return f"<w:tr>{''.join(cells)}</w:tr>"


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
    for name, text in block.get("comments", {}).items():
        sheet[name].comment = Comment(text, "编办")
    for number in block.get("hidden_rows", ()):
        sheet.row_dimensions[number].hidden = True
    for name in block.get("hidden_columns", ()):
        sheet.column_dimensions[name].hidden = True
    if block.get("hidden"):
        sheet.sheet_state = "hidden"


def as_pdf(
    content: Sequence[Block], *, wide: bool = False, turned: bool = False, head: str = "", foot: str = ""
) -> bytes:
    """Write a PDF file: on wide pages, or on tall ones that are shown turned; ``{page}`` in head and foot is the number."""
    width, height = WIDE if wide or turned else TALL

    def begin(canvas: Canvas, _: SimpleDocTemplate) -> None:
        if turned:
            canvas.setPageSize((height, width))
            canvas.translate(height, 0)
            canvas.rotate(90)
        canvas.setFont(FONT, 9)
        page = canvas.getPageNumber()
        canvas.drawCentredString(width / 2, height - 36, head.format(page=page))
        canvas.drawCentredString(width / 2, 30, foot.format(page=page))

    stream = BytesIO()
    flowables = [one for block in content for one in _pdf_block(block, width - 144)]
    template = SimpleDocTemplate(stream, pagesize=(width, height), rotation=90 if turned else 0)
    template.build(flowables, onFirstPage=begin, onLaterPages=begin)
    return stream.getvalue()


def _pdf_block(block: Block, width: float) -> Iterator[Flowable]:
    if block == "break":
        yield PageBreak()
    elif isinstance(block, str):
        yield _paragraph(block)
    else:
        rows: Rows = block["table"]
        spans = [("SPAN", (left, top), (right, bottom)) for top, left, bottom, right in merged(rows)]
        weights = block.get("widths") or [1] * len(rows[0])
        yield LongTable(
            [[[_paragraph(line) for line in _shown(cell).split("\n")] for cell in row] for row in rows],
            colWidths=[width * weight / sum(weights) for weight in weights],
            repeatRows=block.get("repeated", 0),
            style=[("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP"), *spans],
        )


def _paragraph(text: str) -> Paragraph:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return Paragraph(text, ParagraphStyle("text", fontName=FONT, fontSize=11, leading=16, wordWrap="CJK"))


WRITERS: dict[str, Callable[..., bytes]] = {".docx": as_docx, ".xlsx": as_xlsx, ".pdf": as_pdf}
"""The writers of the formats that are no text, by suffix."""
