"""Pages of portals: what is frame is not told, and nothing of a list is taken for it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.records import DutyList
from tests.ingest.layout_warnings import layout_warnings

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "portals.yaml").read_text(encoding="utf-8")
)
DUTIES = (
    "<tr><td>序号<td>主要职责<td>具体工作事项<td>责任科室<tr><td>1<td>负责殡葬管理。<td>检查公墓。<td>事务科"
)
TITLE = "<p align=center>澜江区民政局责任清单</p>"
LIST = f"{TITLE}<p>一、部门职责</p><table border=1>{DUTIES}</table><p>二、职责边界</p><p>暂无</p>"
FRAMES = [case for case in CASES if "told" not in case]


def read(before: str = "", document: str = LIST, behind: str = "") -> DutyList:
    """The one list of a page, with what stands around it."""
    page = f"<html><head><meta charset=utf-8><title>民政局</title></head><body>{before}{document}{behind}</body></html>"
    (found,) = parse_bytes(page.encode(), "page.html").lists
    return found


@pytest.mark.parametrize("wrapped", [False, True], ids=["beside", "wrapped"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_labelled_case(case: dict[str, Any], wrapped: bool) -> None:
    document = f"<div id=zoom>{LIST}</div>" if wrapped else LIST
    found = read(case.get("before", ""), document, case.get("behind", ""))
    assert (found.department, [duty.text for duty in found.duties]) == ("澜江区民政局", ["负责殡葬管理。"])
    said = "".join(warning.message for warning in layout_warnings(found))
    content = case.get("told", [])
    assert all(text in said for text in content)
    if not content:
        assert (said, found.citations, found.empty_sections) == ("", [], ["职责边界"])


@pytest.mark.parametrize("case", FRAMES, ids=lambda case: case["name"])
def test_around_a_layout_of_tables(case: dict[str, Any]) -> None:
    cells = (case.get("before", ""), LIST, case.get("behind", ""))
    found = read(document="<table>" + "".join(f"<tr><td>{cell}</td></tr>" for cell in cells) + "</table>")
    assert [duty.text for duty in found.duties] == ["负责殡葬管理。"]
    assert (found.warnings, found.citations) == ([], [])


def test_words_of_the_frame_inside_a_list_are_content() -> None:
    rows = "<tr><td>2<td>打印<td>关闭<td>首页<tr><td>3<td>版权所有<td>上一页<td>主办单位：区局"
    found = read(document=LIST.replace("</table>", rows + "</table>"))
    assert [duty.text for duty in found.duties] == ["负责殡葬管理。", "打印", "版权所有"]


@pytest.mark.parametrize(
    ("image", "is_told"),
    [
        ("<img src=a.png>", True),
        ("<img src=a.png width=600 height=400>", True),
        ("<img src=a.png width=16 height=16>", False),
        ("<img src=a.png style='width:1px;height: 1px'>", False),
        ("<img src=/images/logo.png>", False),
        ("<img src=a.png alt=二维码>", False),
        ("<img src=a.png style='display:none'>", False),
        ("<iframe src='/pdf/viewer.html?file=a.pdf'></iframe>", True),
        ("<iframe src='/count.html'></iframe>", False),
        ("<table><tr><td><img src=a.png></td></tr></table>", True),
        ("<a href=a.png><img src=a.png></a>", True),
    ],
)
def test_a_picture_is_told_in_its_section(image: str, is_told: bool) -> None:
    found = read(document=LIST.replace("<p>暂无</p>", f"<p>{image}</p>"))
    assert [warning.code for warning in layout_warnings(found)] == ["not_read"] * is_told
    assert found.empty_sections == ([] if is_told else ["职责边界"])


def test_a_picture_behind_a_heading_in_one_line_belongs_under_it() -> None:
    found = read(
        document=LIST.replace("<p>二、职责边界</p><p>暂无</p>", "<p>二、职责边界<img src=a.png></p>")
    )
    assert [warning.message for warning in layout_warnings(found)] == [
        "职责边界：有图片未能读取，其中的内容未计入清单"
    ]


@pytest.mark.parametrize("encoding", ["big5", "big5-hkscs", "utf-8"])
def test_a_page_that_declares_big5_is_read_in_it_unless_it_is_not(encoding: str) -> None:
    head = '<meta http-equiv=Content-Type content="text/html; charset=big5">'
    rows = (
        "<tr><td>序號<td>主要職責<td>具體工作事項<td>責任科室<tr><td>1<td>負責救助。<td>審核申請。<td>救助科"
    )
    page = f"<head>{head}</head><p>瀾江區民政局責任清單</p><p>一、部門職責</p><table>{rows}</table>"
    (found,) = parse_bytes(page.encode(encoding), "page.html").lists
    assert (found.department, [duty.text for duty in found.duties]) == ("瀾江區民政局", ["負責救助。"])
