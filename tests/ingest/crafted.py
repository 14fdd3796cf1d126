"""Documents made by hand: one small list in every format, and files that attack or fail their reader."""

import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from io import BytesIO

import docx
import openpyxl
from openpyxl.utils import get_column_letter
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable

Rows = Sequence[Sequence[str]]

DEPARTMENT = "云溪市白石区气象局"
HEADING = "一、部门职责"
HEADER = ("序号", "主要职责", "责任股室", "具体工作事项", "备注")
ROW = ("1", "负责气象灾害防御管理", "防灾股", "发布灾害预警信号", "")

MAIN_PART = "word/document.xml"
BLANK_BODY = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>'
SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha">{}]>'.format(
    "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
)
LEAK = '<!DOCTYPE w [<!ENTITY j SYSTEM "file:///etc/passwd">]>'


def as_text(rows: Rows = (ROW,), department: str = DEPARTMENT) -> bytes:
    table = "".join("\t".join(row) + "\n" for row in (HEADER, *rows))
    return f"{department}责任清单\n\n{HEADING}\n\n{table}".encode()


def as_csv(rows: Rows = (ROW,), department: str = DEPARTMENT) -> bytes:
    lines = [(f"{department}责任清单", *[""] * 4), (HEADING, *[""] * 4), HEADER, *rows]
    quoted = (['"' + cell.replace('"', '""') + '"' for cell in line] for line in lines)
    return "\r\n".join(map(",".join, quoted)).encode("utf-8-sig")


def as_html(rows: Rows = (ROW,), department: str = DEPARTMENT) -> bytes:
    table = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in (HEADER, *rows)
    )
    head = f"<h1>{escape(department)}责任清单</h1><h2>{HEADING}</h2>"
    return f'<!DOCTYPE html><meta charset="utf-8"><body>{head}<table>{table}</table></body>'.encode()


def as_docx(rows: Rows = (ROW,), department: str = DEPARTMENT) -> bytes:
    document = docx.Document()
    document.add_paragraph(f"{department}责任清单")
    document.add_paragraph(HEADING)
    table = document.add_table(rows=0, cols=len(HEADER))
    for row in (HEADER, *rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_xlsx(rows: Rows = (ROW,), department: str = DEPARTMENT) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.create_sheet(index=0)
    book.remove(book.worksheets[1])
    for at, row in enumerate([(f"{department}责任清单",), (HEADING,), HEADER, *rows], start=1):
        for column, text in enumerate(row, start=1):
            sheet.cell(at, column, text).data_type = "s"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_pdf(rows: Rows = (ROW,), department: str = DEPARTMENT, password: str | None = None) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = BytesIO()
    paper = Canvas(stream, pagesize=A4, encrypt=password, pageCompression=0)
    paper.setFont("STSong-Light", 10)
    paper.drawString(60, 780, f"{department}责任清单")
    paper.drawString(60, 760, HEADING)
    table = LongTable(
        [HEADER, *map(tuple, rows)],
        style=[("FONT", (0, 0), (-1, -1), "STSong-Light"), ("GRID", (0, 0), (-1, -1), 1, "black")],
    )
    table.wrapOn(paper, 500, 700)
    table.drawOn(paper, 60, 700)
    paper.save()
    return stream.getvalue()


def scanned_pdf() -> bytes:
    """Two pages with a picture each, and no text."""
    stream = BytesIO()
    paper = Canvas(stream, pagesize=A4)
    for _ in range(2):
        paper.drawInlineImage(Image.new("L", (60, 80), 200), 0, 0, *A4)
        paper.showPage()
    paper.save()
    return stream.getvalue()


ORDINARY = {
    ".txt": as_text,
    ".csv": as_csv,
    ".html": as_html,
    ".docx": as_docx,
    ".xlsx": as_xlsx,
    ".pdf": as_pdf,
}
"""How the small list is written in each format, by suffix."""


def pack(members: Mapping[str, bytes]) -> bytes:
    """A zip file; names are taken as they are."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return stream.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def changed(data: bytes, members: Mapping[str, bytes], without: Iterable[str] = ()) -> bytes:
    """An Office file with some members replaced or added, and some left out."""
    kept = {name: content for name, content in unpack(data).items() if name not in set(without)}
    return pack({**kept, **members})


def with_dtd(data: bytes, member: str, dtd: str, encoding: str = "utf-8") -> bytes:
    """An Office file with a DTD, and its last entity as content, in one member."""
    text = unpack(data)[member].decode()
    root = text.partition("?>")[2] if text.startswith("<?xml") else text
    last = root.rfind("</")
    body = f"{root[:last]}&j;{root[last:]}"
    return changed(data, {member: f'<?xml version="1.0" encoding="{encoding}"?>{dtd}{body}'.encode(encoding)})


def with_rows(rows: Iterable[str]) -> bytes:
    """A workbook whose sheet has further rows, given as XML, below the list."""
    text = unpack(as_xlsx())[SHEET].decode()
    return changed(as_xlsx(), {SHEET: text.replace("</sheetData>", "".join(rows) + "</sheetData>").encode()})


def blank_rows(count: int, width: int = 0) -> Iterable[str]:
    """Rows with a height of their own and styled cells, but without content, as a careless "fill down" leaves them."""
    for number in range(10, 10 + count):
        cells = "".join(
            f'<c r="{get_column_letter(column)}{number}" s="0"/>' for column in range(1, width + 1)
        )
        yield f'<row r="{number}" ht="14.25" customHeight="1">{cells}</row>'


FARTHEST_CELL = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>完</t></is></c></row>'
"""A reader that makes room for all cells up to here takes half a terabyte."""


def compound(*entries: str, content: bytes = b"") -> bytes:
    """An OLE file: header, a sector with the allocation table, one with the directory, and some content."""
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    header = (
        bytes.fromhex("d0cf11e0a1b11ae1")
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
    )
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[free] * 108)
    table = struct.pack("<128I", fat, end, *[free] * 126)
    names = ["Root Entry", *entries]
    directory = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBB3I", len(name) * 2 + 2, 5 if at == 0 else 2, 1, free, free, 1 if at == 0 else free)
        + bytes(36)
        + struct.pack("<IQ", end, 0)
        for at, name in enumerate(names)
    )
    return header + table + directory.ljust(512, b"\0") + content


ENCRYPTED = compound("EncryptedPackage", "EncryptionInfo")
ENCRYPTED_WORD = (
    compound("WordDocument")[:512] + b"\xec\xa5".ljust(11, b"\0") + b"\1" + compound("WordDocument")[512:]
)
