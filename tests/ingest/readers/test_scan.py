"""Scanned pages: recognised with the extra ``ocr``, and told as such; without it the message says how to get it."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.readers.pdf.lines import TextLine
from dutygraph.ingest.readers.pdf.reader import read_pdf
from dutygraph.ingest.records import Document, DutyList, Locator
from dutygraph.ingest.sandbox import Refused, parse_files
from dutygraph.ingest.word_files import load_words
from tests.components import require
from tests.ingest.render.portable import Merged
from tests.ingest.render.scan_score import cell_accuracy, character_accuracy, texts
from tests.ingest.render.scans import Scanner
from tests.ingest.render.score import f1

CASES: list[dict[str, Any]] = load_words(Path(__file__).parents[1] / "cases" / "warnings.yaml")["scanned"]
READER = "dutygraph.ingest.readers"
LIST = """云溪市澜江区档案局责任清单
一、部门职责
序号\t主要职责\t工作事项\t责任科室\t备注
1\t负责全区档案事业的统筹规划，指导镇（街道）建立健全档案工作制度。\t编制全区档案事业发展规划。\t办公室\t
\t\t指导镇（街道）档案室的规范化建设。\t业务指导科\t《云溪市档案管理办法》第九条
2\t负责档案的接收、征集和利用。\t接收到期移交的档案，按年度公布接收范围。\t保管利用科\t
12\t负责档案安全。\t每季度检查档案库房的消防、防潮设施。\t保管利用科\t
"""


@pytest.fixture
def lists() -> list[DutyList]:
    return parse_bytes(LIST.encode(), "list.txt").lists


@pytest.fixture
def picture() -> bytes:
    """A PDF file with a page that is a blank picture."""
    stream = BytesIO()
    canvas = Canvas(stream)
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 250)), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_a_turned_and_noisy_scan_is_read(lists: list[DutyList]) -> None:
    require("ocr")
    require("noto-cjk")
    scanner = Scanner(dpi=150, turn=-1.2, blur=0.5, noise=10, shade=0.15, quality=60)
    scan, printed = scanner.scan(Merged(), lists), Merged().render(lists)
    wanted, found = texts(read_pdf(printed, "a.pdf")), texts(read_pdf(scan, "a.pdf"))
    assert character_accuracy("".join(wanted), "".join(found)) > 0.97
    assert cell_accuracy(wanted, found) > 0.9
    (read,) = parse_bytes(scan, "a.pdf").lists
    assert f1(lists, [read]) > 0.8
    assert [duty.number for duty in read.duties] == ["1", "2", "12"]
    assert {duty.locator.page for duty in read.duties} == {1}
    assert [(each.code, each.locator) for each in read.warnings if each.code != "duty_number"] == [
        ("recognised", Locator(page=1))
    ]


def test_pages_with_text_and_scanned_ones_make_one_document(lists: list[DutyList]) -> None:
    require("ocr")
    require("noto-cjk")
    other = parse_bytes(LIST.replace("档案局", "司法局").encode(), "list.txt").lists
    joined = pypdfium2.PdfDocument.new()
    for part in (Merged().render(other), Scanner().scan(Merged(), lists), Merged().render(other)):
        joined.import_pages(pypdfium2.PdfDocument(part))
    stream = BytesIO()
    joined.save(stream)
    read = parse_bytes(stream.getvalue(), "a.pdf").lists
    assert [
        (one.department, [w.locator.page for w in one.warnings if w.code != "duty_number"]) for one in read
    ] == [
        ("云溪市澜江区司法局", []),
        ("云溪市澜江区档案局", [2]),
    ]


@pytest.fixture
def two_pages(lists: list[DutyList], tmp_path: Path) -> Path:
    require("ocr")
    require("noto-cjk")
    path = tmp_path / "a.pdf"
    path.write_bytes(Scanner().scan(Merged(), lists * 2))
    return path


def test_each_scanned_page_has_time_of_its_own(two_pages: Path, limit: pytest.MonkeyPatch) -> None:
    limit.setenv("DUTYGRAPH_LIMIT_SECONDS", "2")
    limit.setenv("DUTYGRAPH_LIMIT_SCANNED_PAGE_SECONDS", "120")
    (read,) = parse_files([two_pages])
    assert isinstance(read, Document)


def test_more_scanned_pages_than_the_limit_are_refused(two_pages: Path, limit: pytest.MonkeyPatch) -> None:
    limit.setenv("DUTYGRAPH_LIMIT_SCANNED_PAGES", "1")
    (refused,) = parse_files([two_pages])
    assert isinstance(refused, Refused)
    assert refused.zh.startswith("识别的扫描页数超过上限 1，")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_recognition_is_told(case: dict[str, Any], picture: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    confidence = case["confidence"]
    lines = [
        TextLine(text, 72, 300, top, top + 11, 11, page=1, sheet=595, confidence=confidence)
        for top, text in (
            (72, "云溪市澜江区档案局责任清单"),
            (120, "一、部门职责"),
            (160, "1.负责档案的接收。"),
        )
    ]
    monkeypatch.setattr(f"{READER}.pdf.reader.read_scan", lambda _: lines)
    (read,) = parse_bytes(picture, "a.pdf").lists
    assert [
        {"code": each.code, "page": each.locator.page, "zh": each.message, "en": each.message_en}
        for each in read.warnings
        if "recognised" in each.code
    ] == case["warnings"]


def test_without_the_extra_the_message_says_how_to_get_it(
    picture: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{READER}.scan.reader.find_spec", lambda _: None)
    with pytest.raises(UnreadableDocumentError, match=r"第 1 页是扫描.*dutygraph\[ocr\].*dutygraph\[ocr\]"):
        parse_bytes(picture, "a.pdf")


def test_a_blank_picture_says_nothing(picture: bytes) -> None:
    require("ocr")
    with pytest.raises(UnreadableDocumentError, match=r"a\.pdf"):
        parse_bytes(picture, "a.pdf")
