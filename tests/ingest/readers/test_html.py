"""Web pages: what a browser shows of the document in them, from small pages made for each case."""

import codecs

import pytest

from dutygraph.ingest.document import Paragraph, Table
from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.readers.html.reader import read_html

HEADER = "<tr><th>序号</th><th>主要职责</th><th>具体工作事项</th></tr>"
ROW = "<tr><td>1</td><td>负责救助。</td><td>核对家庭。</td></tr>"
LIST = f"<h2>一、部门职责</h2><table>{HEADER}{ROW}</table>"


def read(page: str | bytes) -> list[str]:
    """A line per paragraph and row, ``#`` before headers."""
    lines: list[str] = []
    for block in read_html(page if isinstance(page, bytes) else page.encode(), "a.html"):
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += ["# " + "|".join(cell.text for cell in block.header.cells)]
            lines += ["|".join(cell.text for cell in row.cells) for row in block.rows]
    return lines


TABLE = ["# 序号|主要职责|具体工作事项", "1|负责救助。|核对家庭。"]
SEEN = ["一、部门职责", *TABLE]


def cells(content: str) -> list[str]:
    """The spans of a cell."""
    page = f"<table>{HEADER}<tr><td>1</td><td>甲</td><td>{content}</td></tr></table>"
    (found,) = read_html(page.encode(), "a.html")
    assert isinstance(found, Table)
    return [span.text.strip() for span in found.rows[0].cells[2].spans if span.text.strip()]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("核对<br>发放", ["核对", "发放"]),
        ("<p>核对</p><p>发放</p>", ["核对", "发放"]),
        ("核对\n   家庭", ["核对家庭"]),
        ("use\n  GB 18030", ["use GB 18030"]),
        ("<div><span>核</span><b>对</b></div>", ["核对"]),
        ("<ol><li>核对<li>发放</ol>", ["1. 核对", "2. 发放"]),
        ('<ol start="2"><li><p></p></ol>', ["2"]),
        ("<ol><li></li></ol>核对", ["核对"]),
        ('<ol start="3" style="list-style-type: cjk-ideographic"><li><p>核对</p></li></ol>', ["三、 核对"]),
        ('<ol type="a"><li>核对</li><li value="5">发放</li></ol>', ["a. 核对", "e. 发放"]),
        ('<ol style="list-style: none"><li>1、核对</li></ol>', ["1、核对"]),
        ("<ul><li>核对</li><li>发放</li></ul>", ["核对", "发放"]),
        ("&#26680;&#x5bf9;&lt;p&gt;&amp;", ["核对<p>&"]),
        ("核对<script>alert('x')</script><style>p{}</style>", ["核对"]),
        ("核<!-- 注 -->对", ["核对"]),
        ('核对<span style="DISPLAY:none">隐藏</span><i hidden>隐藏</i>', ["核对"]),
        ("<ins>核对</ins><del>删去</del>", ["核对"]),
        ("<ruby>核<rp>(</rp><rt>he</rt><rp>)</rp></ruby>对", ["核对"]),
        ("<![if !supportLists]>1、<![endif]>核对<o:p></o:p>", ["1、核对"]),
        ("见表<table><tr><td>甲</td><td>乙</td></tr></table>", ["见表", "甲", "乙"]),
        ("=HYPERLINK(&quot;x&quot;)", ['=HYPERLINK("x")']),
    ],
)
def test_lines_of_a_cell(content: str, expected: list[str]) -> None:
    assert cells(content) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><td rowspan=2>1<td rowspan=2>甲<td>子<tr><td>丑", ["1|甲|子", "||丑"]),
        ("<tr><td>1<td colspan=2>甲<tr><td>2<td>乙<td>丑", ["1|甲|", "2|乙|丑"]),
        ("<tr><td rowspan=0>1<td>甲<td>子<tr><td>乙<td>丑<tr><td>丙<td>寅", ["1|甲|子", "|乙|丑", "|丙|寅"]),
        ("<tr><td rowspan=2 colspan=2>1<td>子<tr><td>丑", ["1||子", "||丑"]),
        ("<tr><td rowspan=99999999>1<td colspan=-3>甲<td colspan=x>子", ["1|甲|子"]),
        ("<tr><td>1<td>甲", ["1|甲|"]),
        ("<tbody><tr><td>1<td>甲<td>子</tbody><tfoot><tr><td>2<td>乙<td>丑</tfoot>", ["1|甲|子", "2|乙|丑"]),
        ("<form><tr><td>1<td>甲<td>子</form>", ["1|甲|子"]),
        ("<tr style='display:none'><td>1<td>甲<td>子<tr><td>2<td>乙<td>丑", ["2|乙|丑"]),
    ],
)
def test_spans(rows: str, expected: list[str]) -> None:
    assert read(f"<table>{HEADER}{rows}</table>") == [TABLE[0], *expected]


OFFICES = "<tr><th>主要职责<th>具体工作事项<th>责任科室<tr><td>负责救助。<td>核对<td rowspan=3>救助科<tr><td><td>发放"


@pytest.mark.parametrize("row", ["<tr><td>负责养老。<td>评定", "<tr><td>负责养老。<td>评定<tr>"])
def test_an_office_in_the_last_column_answers_for_all_rows_that_it_spans(row: str) -> None:
    expected = ["负责救助。|核对|救助科", "|发放|救助科", "负责养老。|评定|救助科"]
    assert read(f"<table>{OFFICES}{row}</table>")[1:] == expected


def test_what_spans_too_many_rows_fills_no_cells_between() -> None:
    rows = "<tr><td>1<td>甲<td rowspan=9>子<tr><td>2"
    assert read(f"<table>{HEADER}{rows}</table>") == [TABLE[0], "1|甲|子", "2||"]


def test_a_caption_stands_above_its_table() -> None:
    assert read(f"<table><caption>一、部门职责</caption>{HEADER}{ROW}</table>") == SEEN


MENU = "<ul><li><a href=/1>首页</a></li><li><a href=/2>部门职责</a></li><li><a href=/3>责任清单</a></li></ul>"
PATH = "<div>首页 &gt; <a href=/2>政务公开</a> &gt; <a href=/3>澜江区责任清单</a></div>"


@pytest.mark.parametrize(
    "page",
    [
        LIST,
        f"{MENU}<div>{LIST}</div>",
        f"<div>{MENU}{LIST}</div>",
        f"<div>{PATH}{LIST}</div><div>版权所有 <a href=/4>联系我们</a></div>",
        f"<nav>导航</nav><div>{LIST}</div><footer>页脚</footer><aside>旁栏</aside>",
        f"<table><tr><td>{MENU}</td><td><table><tr><td>{LIST}</td></tr></table></td></tr></table>",
        f"<table><tr><td>{MENU}<tr><td><div>{LIST}</div></table>",
        f"<div style='display:none'>{LIST.replace('救助', '诈骗')}</div><div>{LIST}</div>",
        f"<div><div>{LIST}</div><div>相关链接 {MENU}</div></div>",
    ],
)
def test_the_portal_around_is_left_out(page: str) -> None:
    assert read(f"<html><body>{page}</body></html>") == SEEN


@pytest.mark.parametrize(
    ("outside", "title"),
    [
        (f"<h1>澜江区民政局</h1>{MENU}", "澜江区民政局"),
        (f"<h1>政务公开网</h1><p>澜江区民政局责任清单</p>{MENU}", "澜江区民政局责任清单"),
        (f"<title>澜江区民政局责任清单-政务公开网</title>{MENU}", "澜江区民政局责任清单"),
        (f"{PATH}{MENU}", None),
    ],
)
def test_a_title_outside_of_the_document_is_found(outside: str, title: str | None) -> None:
    found = read(f"<body><div>{outside}</div><div>{LIST}</div></body>")
    assert found == ([title] if title else []) + SEEN


def test_a_text_without_tables_is_found_by_its_bulk() -> None:
    rule = "".join(f"<p>第{at}条 首问责任人对来电来访应当即时办理或者一次性告知。</p>" for at in "一二三")
    page = f"<div>{MENU}</div><div><h3>首问负责制度</h3>{rule}</div><div><a href=/4>联系我们</a></div>"
    assert read(page)[:2] == ["首问负责制度", "第一条首问责任人对来电来访应当即时办理或者一次性告知。"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        *(("gb2312", "gbk"), ("gbk", "gb18030"), ("utf-8", "utf-8"), ("utf-8", "utf-8-sig"), ("", "gb18030")),
        *(("", "utf-8"), ("", "utf-16"), ("gb2312", "utf-8"), ("utf-8", "gbk")),
    ],
)
def test_encodings(declared: str, encoding: str) -> None:
    page = f"<html><head><meta http-equiv=Content-Type content='text/html; charset={declared}'></head>{LIST}</html>"
    assert read(page.encode(encoding)) == SEEN


def test_one_broken_character_does_not_cost_the_page() -> None:
    page = f"<meta charset=gbk>{LIST}<p>{'负责养老服务。' * 200}".encode("gbk")
    assert read(page + b"\x81\x20</p>")[: len(SEEN)] == SEEN


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + b"\xff\xff",
        b"<meta charset=unheard-of>\xff\xff\xff",
        b"<div>" * 5000 + "甲".encode(),
        ("甲" * 999 + "<table><tr><td>" * 100 + "乙").encode(),
    ],
)
def test_what_cannot_be_read_in_full_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocumentError, match=r"a\.html"):
        read_html(data, "a.html")


def test_locators() -> None:
    first, found = read_html(f"<p></p><p>{SEEN[0]}</p><table>{HEADER}{ROW}</table>".encode(), "a.html")
    assert isinstance(first, Paragraph)
    assert first.spans[0].locator.model_dump() == {"paragraph": 1}
    assert isinstance(found, Table)
    assert found.rows[0].cells[2].spans[0].locator.model_dump() == {"table": 1, "row": 2, "column": 3}
