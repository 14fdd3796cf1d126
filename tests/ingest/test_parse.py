"""Reading a file: encodings, bytes that are no list, and what goes to warnings."""

import codecs
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.files.encoding import decode
from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.records import Document, DutyList
from tests.ingest.accounting import unaccounted
from tests.ingest.sources import SAMPLE

LIST = """澜江区气象局责任清单
一、部门职责
序号	职责名称	工作事项	承办股室	说明
1	负责灾害性天气预警。	发布暴雨预警信号。	预报股
二、部门间职责边界
序号	边界事项	有关部门	分工	依据	举例
1	雷电防护	区气象局	负责易燃易爆场所的防雷许可。
"""
WORDS = """
、 1 2、 一、 （一） - 第1章 第一条 …… <p> </p> 序号 主要职责 具体工作事项 责任股室 管理事项 相关部门 职责分工
部门职责 公共服务事项 与相关部门的职责边界 事中事后监管制度 监督检查对象 监督检查内容
制度 附件1 部门名称： 区气象局 责任清单 负责预警。
"""
PIECES = ["\t", "\n", "\n\n", " ", *WORDS.split()]


def parse(text: str) -> DutyList:
    (found,) = parse_bytes(text.encode(), "list.txt").lists
    return found


def codes(found: DutyList) -> list[tuple[str, int | None]]:
    return [(warning.code, warning.locator.line) for warning in found.warnings]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_encodings_and_line_ends(encoding: str, line_end: str) -> None:
    read = parse_bytes(LIST.replace("\n", line_end).encode(encoding), "list.txt")
    assert read.lists == parse_bytes(LIST.encode(), "list.txt").lists
    assert read.lists[0].duties[0].tasks[0].office == "预报股"


@pytest.mark.parametrize(
    "data", [codecs.BOM_UTF8 + b"\xff\xff", b"\x81\x00\x81\x20\xff", codecs.BOM_UTF16_LE + b"\x00"]
)
def test_unknown_encoding_is_said(data: bytes) -> None:
    with pytest.raises(UnreadableDocumentError, match="编码"):
        parse_bytes(data, "list.txt")


@pytest.mark.parametrize("data", [b"abc", b"PK\x03", b"%PD", b"\xd0\xcf\x11", "职责清单".encode()])
@pytest.mark.parametrize("name", ["list.docx", "list.xlsx", "list.pdf", "list.doc"])
def test_what_is_left_of_a_file_is_no_text(data: bytes, name: str) -> None:
    with pytest.raises(UnreadableDocumentError, match="已损坏或不完整"):
        parse_bytes(data, name)
    assert parse_bytes(LIST.encode(), name).lists[0].department == "澜江区气象局"


def test_unknown_format_is_said() -> None:
    with pytest.raises(UnreadableDocumentError, match="xyz"):
        parse_bytes(b"", "list.xyz")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP"])
@pytest.mark.parametrize("name", ["清单.docx", "清单.pdf", "清单.txt", "清单.jpg"])
def test_a_picture_is_called_one_whatever_its_name(kind: str, name: str) -> None:
    stream = BytesIO()
    Image.new("L", (60, 80), 200).save(stream, kind)
    with pytest.raises(UnreadableDocumentError) as told:
        parse_bytes(stream.getvalue(), name)
    assert told.value.text.zh.startswith("文件是图片")
    assert "is a picture" in told.value.text.en


def test_a_clean_list_has_no_warnings() -> None:
    assert codes(parse(LIST)) == []


def test_a_number_without_matter_adds_a_party() -> None:
    found = parse(LIST + "2\t\t区应急局\t负责救援。\n")
    assert [[party.department for party in one.parties] for one in found.boundaries] == [
        ["区气象局", "区应急局"]
    ]


@pytest.mark.parametrize("data", [b"", b"\r\n \t", b"\xef\xbb\xbf", b"\0\0", b"----\n"])
def test_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocumentError, match="文件是空的"):
        parse_bytes(data, "list.txt")


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_arrangement_of_a_lists_words_can_be_read(text: str) -> None:
    read = parse_bytes((text + "清单").encode(), "list.txt")
    assert Document.model_validate_json(read.model_dump_json()) == read


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8")))
def test_any_text_can_be_read(text: str) -> None:
    parse_bytes((text + "清单").encode("utf-8-sig"), "list.txt")


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(UnreadableDocumentError):
        parse_bytes(data, "list.txt")


@settings(deadline=None)
@given(st.sampled_from(SAMPLE), st.data())
def test_a_list_that_lost_lines_can_be_read_without_silent_loss(path: Path, data: st.DataObject) -> None:
    lines = decode(path.read_bytes(), path.name).splitlines(keepends=True)
    start = data.draw(st.integers(0, len(lines)))
    text = "".join(lines[:start] + lines[start + data.draw(st.integers(1, 40)) :])
    assert unaccounted(text, parse_bytes(text.encode(), "list.txt")) == []
