"""What Word and Excel show beside plain text: numbers by their format, pictures, embedded objects."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pytest
import yaml
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Cm
from openpyxl.chart import BarChart
from openpyxl.drawing.image import Image as SheetImage
from PIL import Image

from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.records import DutyList
from tests.ingest.crafted import DEPARTMENT, HEADER, HEADING, ROW, as_docx, as_text, as_xlsx
from tests.ingest.layout_warnings import layout_warnings

FORMATS: list[list[Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "number_formats.yaml").read_text(encoding="utf-8")
)
SECOND = "二、职责边界"
NOT_READ = "职责边界：有图片未能读取，其中的内容未计入清单"
OBJECT = "职责边界：有嵌入的对象未能读取，其中的内容未计入清单"


def picture() -> BytesIO:
    stream = BytesIO()
    Image.new("RGB", (40, 20), "white").save(stream, "PNG")
    stream.seek(0)
    return stream


def read(data: bytes, name: str) -> DutyList:
    (found,) = parse_bytes(data, name).lists
    return found


@pytest.mark.parametrize(("value", "code", "shown"), FORMATS, ids=[f"{one[0]} {one[1]}" for one in FORMATS])
def test_numbers_as_a_reader_sees_them(value: Any, code: str, shown: str) -> None:
    book = openpyxl.load_workbook(BytesIO(as_xlsx()))
    cell = book.worksheets[0].cell(4, 5)
    cell.value, cell.number_format = value, code
    stream = BytesIO()
    book.save(stream)
    (task,) = read(stream.getvalue(), "list.xlsx").duties[0].tasks
    assert task.remark == shown


def word(add: Any) -> DutyList:
    """Read a document with a second section, to whose paragraph ``add`` adds something."""
    document = docx.Document(BytesIO(as_docx()))
    document.add_paragraph(SECOND)
    add(document)
    stream = BytesIO()
    document.save(stream)
    return read(stream.getvalue(), "list.docx")


def in_cell(document: Any) -> None:
    document.add_table(1, 1).cell(0, 0).paragraphs[0].add_run().add_picture(picture(), width=Cm(5))


def embed(content: bytes, name: str) -> Any:
    """Add an object with these bytes in its part, as Word embeds it."""

    def add(document: Any) -> None:
        part = Part(
            PackURI(f"/word/embeddings/{name}"), "application/octet-stream", content, document.part.package
        )
        link = document.part.relate_to(part, RELATIONSHIP_TYPE.PACKAGE)
        spaces = 'xmlns:w="{}" xmlns:o="{}" xmlns:r="{}" xmlns:v="{}"'.format(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "urn:schemas-microsoft-com:office:office",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "urn:schemas-microsoft-com:vml",
        )
        preview = '<v:shape style="width:400pt;height:200pt"><v:imagedata/></v:shape>'
        xml = f'<w:r {spaces}><w:object>{preview}<o:OLEObject Type="Embed" r:id="{link}"/></w:object></w:r>'
        document.add_paragraph()._p.append(parse_xml(xml))

    return add


@pytest.mark.parametrize(
    ("add", "messages"),
    [
        (lambda document: document.add_picture(picture(), width=Cm(10)), [NOT_READ]),
        (lambda document: document.add_picture(picture(), width=Cm(0.6)), []),
        (in_cell, [NOT_READ]),
        (lambda document: document.paragraphs[-1].add_run().add_picture(picture(), width=Cm(5)), [NOT_READ]),
        (lambda document: document.sections[0].header.paragraphs[0].add_run().add_picture(picture()), []),
        (embed(b"no package", "oleObject1.bin"), [OBJECT]),
        (embed(as_docx()[:500], "Microsoft_Word_Document.docx"), [OBJECT]),
    ],
)
def test_what_cannot_be_read_is_told_in_its_section(add: Any, messages: list[str]) -> None:
    found = word(add)
    assert [warning.message for warning in layout_warnings(found)] == messages
    assert found.empty_sections == ([] if messages else ["职责边界"])
    assert [duty.text for duty in found.duties] == [ROW[1]]


def table(rows: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def document_with(rows: list[list[str]]) -> bytes:
    document = docx.Document()
    grid = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


BOUNDARY = [["序号", "管理事项", "相关部门", "职责分工"], ["1", "防雷", "区气象局", "负责检测。"]]


@pytest.mark.parametrize(
    ("content", "name"),
    [(table(BOUNDARY), "Microsoft_Excel_Sheet.xlsx"), (document_with(BOUNDARY), "a.docx")],
)
def test_an_embedded_table_is_read_in_its_place(content: bytes, name: str) -> None:
    found = word(embed(content, name))
    ((boundary,), warnings) = (found.boundaries, found.warnings)
    assert (boundary.matter, boundary.parties[0].division, warnings) == ("防雷", "负责检测。", [])
    assert boundary.locator.paragraph is not None


def test_what_is_embedded_in_what_is_embedded_is_told() -> None:
    document = docx.Document(BytesIO(document_with(BOUNDARY)))
    embed(table(BOUNDARY), "inner.xlsx")(document)
    stream = BytesIO()
    document.save(stream)
    found = word(embed(stream.getvalue(), "outer.docx"))
    assert (len(found.boundaries), [warning.message for warning in layout_warnings(found)]) == (1, [OBJECT])


def sheet(add: Any) -> DutyList:
    book = openpyxl.load_workbook(BytesIO(as_xlsx()))
    book.worksheets[0].cell(6, 1, SECOND)
    add(book.worksheets[0])
    stream = BytesIO()
    book.save(stream)
    return read(stream.getvalue(), "list.xlsx")


def image(place: str, width: int = 400, height: int = 200) -> Any:
    def add(sheet: Any) -> None:
        drawn = SheetImage(picture())
        drawn.width, drawn.height = width, height
        sheet.add_image(drawn, place)

    return add


@pytest.mark.parametrize(
    ("add", "messages"),
    [
        (image("A7"), [NOT_READ]),
        (image("A7", 16, 16), []),
        (image("A4"), [NOT_READ.replace("职责边界", "部门职责")]),
        (lambda sheet: sheet.add_chart(BarChart(), "A8"), [OBJECT]),
    ],
)
def test_what_is_drawn_over_cells_is_told_in_its_section(add: Any, messages: list[str]) -> None:
    found = sheet(add)
    assert [warning.message for warning in layout_warnings(found)] == messages
    assert ([duty.text for duty in found.duties], found.department) == ([ROW[1]], DEPARTMENT)


def test_a_picture_in_markdown_is_told() -> None:
    pipes = "\n".join("|" + "|".join(row) + "|" for row in (HEADER, ["-"] * len(HEADER), ROW))
    text = f"# {DEPARTMENT}责任清单\n\n## {HEADING}\n\n{pipes}\n\n## {SECOND}\n\n![](images/3f.jpg)\n"
    assert [warning.message for warning in layout_warnings(read(text.encode(), "a.md"))] == [NOT_READ]
    assert read(as_text(), "a.txt").warnings == []


def test_a_text_box_over_cells_is_text() -> None:
    box = '<xdr:sp><xdr:txBody><a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:r><a:t>另见</a:t></a:r><a:r><a:t>附件</a:t></a:r></a:p></xdr:txBody></xdr:sp>'
    book = openpyxl.load_workbook(BytesIO(as_xlsx()))
    image("A7")(book.worksheets[0])
    stream, boxed = BytesIO(), BytesIO()
    book.save(stream)
    with ZipFile(stream) as packed, ZipFile(boxed, "w") as new:
        for name in packed.namelist():
            content = packed.read(name).decode("utf-8", "surrogateescape")
            if name == "xl/drawings/drawing1.xml":
                content = re.sub("<(xdr:)?pic>.*</(xdr:)?pic>", box, content).replace(
                    "<wsDr ",
                    '<wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ',
                    1,
                )
            new.writestr(name, content.encode("utf-8", "surrogateescape"))
    (warning,) = layout_warnings(read(boxed.getvalue(), "list.xlsx"))
    assert (warning.code, warning.locator.cell) == ("unplaced_text", "A7")
    assert "另见附件" in warning.message
