"""Reports on a review, opened again as Word and Excel open them."""

import io
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.files import conversion
from dutygraph.ingest.parse import parse_bytes
from dutygraph.queries.findings.models import ON_DEMAND, Finding, Topic
from dutygraph.queries.findings.read.filters import FindingFilters
from dutygraph.queries.findings.read.findings import list_findings, read_findings, stored_findings
from dutygraph.queries.findings.read.report_data import report_data
from dutygraph.queries.findings.read.selection import EVERYTHING, Entry, Selection
from dutygraph.queries.findings.review.decisions import Decision
from dutygraph.queries.findings.review.verdicts import judge
from dutygraph.queries.findings.update.reading import read_documents
from dutygraph.visualize.report import story_blocks as told
from dutygraph.visualize.report.compose import facts
from dutygraph.visualize.report.files import ReportShape, report_file
from dutygraph.visualize.report.pdf import PdfError, pdf_of
from dutygraph.visualize.report.stories import ON_PAPER, stories
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import place
from tests.components import require
from tests.hostile import DEPARTMENT, FORMULA, MARKUP, STEERING, STEERS, load_hostile
from tests.queries.topics import list_topics
from tests.visualize.markup import dangers, parse

CIVIL = "云溪市澜江区民政局"


@pytest.fixture(scope="module")
def store(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """The sample district after a review: a topic and a finding confirmed, one justified, one dismissed, one left open."""
    folder = shutil.copytree(sample_folder, tmp_path_factory.mktemp("reports") / "data")
    with GraphStore.open(StoreSettings(data=folder)) as opened:
        topic, alone = list_topics(opened)[0], [one for one in list_findings(opened) if not one.topic]
        due = Decision(
            value="confirmed", by="张三", option="name_lead", responsible="区委编办", due=date(2027, 3, 1)
        )
        judge(opened, topic.id, due)
        judge(
            opened,
            alone[0].id,
            Decision(value="confirmed", by="李四", due=date(2027, 1, 15), note="先改清单"),
        )
        judge(opened, alone[1].id, Decision(value="justified", by="王五", note="省里另有规定"))
        judge(opened, alone[2].id, Decision(value="dismissed", by="王五", note="读错了"))
        judge(opened, alone[3].id, Decision(value="undecided", by="王五", note="待会商"))
        yield opened


@pytest.fixture(scope="module")
def topic(store: GraphStore) -> Topic:
    return list_topics(store)[0]


@pytest.fixture(scope="module")
def alone(store: GraphStore) -> list[Finding]:
    entries = [one for one in list_findings(store) if not one.topic]
    return read_findings(store, entries[:4]).findings


def word(
    store: GraphStore, selection: Selection = EVERYTHING, lang: Language = "zh", **more: Any
) -> Document:
    return docx.Document(
        io.BytesIO(report_file(report_data(store, selection, **more), ReportShape.docx, lang))
    )


def excel(store: GraphStore, selection: Selection = EVERYTHING, lang: Language = "zh") -> Any:
    return openpyxl.load_workbook(
        io.BytesIO(report_file(report_data(store, selection), ReportShape.xlsx, lang))
    )


def lines(paper: Document) -> list[str]:
    """All paragraphs in their order, those of tables too."""
    body = paper.element.body
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def chapter(paper: Document, title: str) -> str:
    """What stands under a heading of level 1."""
    told: list[str] = []
    inside = False
    for element in paper.element.body.iter(qn("w:p")):
        style = element.pPr.pStyle.val if element.pPr is not None and element.pPr.pStyle is not None else ""
        line = "".join(t.text or "" for t in element.iter(qn("w:t")))
        if style == "Heading1":
            inside = text(title, "zh") in line
        elif inside:
            told.append(line)
    return "\n".join(told)


def test_what_to_do_comes_first_with_who_and_by_when(
    store: GraphStore, topic: Topic, alone: list[Finding]
) -> None:
    paper = word(store)
    titles = [line.text for line in paper.paragraphs if line.style and line.style.name == "Heading 1"]
    assert [title[:2] for title in titles] == ["一、", "二、", "三、", "四、", "五、", "六、"]
    (tasks,) = [table for table in paper.tables if table.rows[0].cells[-1].text == "核查人"]
    rows = [[cell.text for cell in row.cells] for row in tasks.rows[1:]]
    assert [row[4] for row in rows] == ["2027-01-15", "2027-03-01"]
    assert rows[0][2:4] == ["未定\n先改清单", "未定"]
    assert rows[1][2:4] == ["明确牵头单位", "区委编办"]
    confirmed = chapter(paper, "report_confirmed_title")
    assert confirmed.index("整改台账") < confirmed.index("各项问题")
    assert rows[1][1] in confirmed.split("各项问题")[1]
    number = rows[1][0]
    assert f"{number}. {rows[1][1]}" in confirmed


def test_every_open_finding_is_told_with_its_texts_and_places(store: GraphStore) -> None:
    page = parse(report_file(report_data(store, EVERYTHING), ReportShape.html, "zh").decode()).text
    told_ = [
        one for one in stored_findings(store).findings if one.class_ not in ON_DEMAND and one.verdict is None
    ]
    assert len(told_) > 100
    for finding in told_:
        for node in finding.nodes:
            assert node.text in page
            assert f"{node.source} {place(node.locator, 'zh')}" in page


def test_on_paper_the_first_items_are_told_and_the_others_listed(store: GraphStore) -> None:
    waiting = stories(report_data(store, EVERYTHING), "waiting")
    whole = chapter(word(store), "report_waiting_title")
    rest = waiting[ON_PAPER.stories :]
    assert f"只详列最该先看的 {ON_PAPER.stories} 项；其余 {len(rest)} 项" in whole
    for story in waiting[: ON_PAPER.stories]:
        assert all(node.text in whole for one in story.findings[: ON_PAPER.findings] for node in one.nodes)
    paper = word(store)
    (listed,) = [table for table in paper.tables if table.rows[0].cells[-1].text == "线索数"]
    assert [row.cells[3].text for row in listed.rows[1:]] == [str(len(story.findings)) for story in rest]


def test_the_contents_lead_to_the_chapters(store: GraphStore) -> None:
    paper = word(store)
    titles = [line.text for line in paper.paragraphs if line.style and line.style.name == "Heading 1"]
    links = paper.element.body.findall(f".//{qn('w:hyperlink')}")
    assert ["".join(t.text for t in link.iter(qn("w:t"))).strip() for link in links] == titles
    marks = {mark.get(qn("w:name")) for mark in paper.element.body.iter(qn("w:bookmarkStart"))}
    assert {link.get(qn("w:anchor")) for link in links} == marks


def test_no_heading_stands_below_itself_again(store: GraphStore) -> None:
    paper = word(store)
    for above, below in pairwise(line for line in paper.paragraphs if line.text):
        if above.style and above.style.name == "Heading 3":
            assert below.text.removesuffix("。") not in above.text


def test_each_finding_stands_where_its_verdict_puts_it(store: GraphStore, alone: list[Finding]) -> None:
    paper = word(store)
    closed = chapter(paper, "report_closed_title")
    for said in ("有合理原因（王五，", "省里另有规定", "不成立（王五，", "读错了"):
        assert said in closed
    waiting = chapter(paper, "report_waiting_title")
    assert "待研究（王五，" in waiting
    assert "省里另有规定" not in waiting
    assert "读错了" not in waiting
    assert alone[3].id.removeprefix("finding-")[:12] in waiting


def test_a_verdict_on_a_topic_is_one_task_and_told_once(store: GraphStore, topic: Topic) -> None:
    paper = word(store, topic=topic.id[:14])
    assert sum("张三，" in line for line in lines(paper)) == 1
    assert topic.id in "".join(lines(paper))
    assert "另有常规交叉" not in chapter(paper, "report_guide_title")
    (tasks,) = [table for table in paper.tables if table.rows[0].cells[-1].text == "核查人"]
    assert len(tasks.rows) == 2


def test_a_department_has_a_report_of_its_own(store: GraphStore) -> None:
    paper = word(store, FindingFilters(department="区民政局", severity=["high"]).selection)
    assert paper.paragraphs[0].text == f"{CIVIL}责任清单核查报告"
    cover = {row.cells[0].text: row.cells[1].text for row in paper.tables[0].rows}
    assert cover["范围"] == f"部门：{CIVIL}；程度：重要"
    assert "数据版本" in cover["数据"]
    chosen = list_findings(store, Selection(department=CIVIL, severities=["high"], on_demand=False))
    assert f"列出问题线索 {len(chosen)} 条" in chapter(paper, "report_summary_title")
    assert f"{CIVIL}责任清单" in chapter(paper, "report_reading_title")


def test_what_was_read_and_what_was_not_is_told(store: GraphStore) -> None:
    reading = chapter(word(store), "report_reading_title")
    for said in ("91.9%", "空章节：", "本行缺少单元格"):
        assert said in reading


@pytest.mark.parametrize(
    ("remark", "cover"),
    [
        ("", "已入库 1 份，均已读全"),
        ("另见附表", "已入库 1 份，其中 1 份有少量文字未归入条目（见第五部分）"),
        ("另见附表" * 20, "已入库 1 份，其中 1 份未读全（见第五部分）"),
    ],
)
def test_the_cover_does_not_say_that_all_was_read_where_some_was_not(
    remark: str, cover: str, tmp_path: Path
) -> None:
    duties = "".join(f"{n}\t负责第{n}类档案的接收和保管工作\t登记入库\t保管科\n" for n in range(1, 9))
    header = "序号\t主要职责\t工作事项\t责任科室\n"
    text = f"云溪市澜江区档案局责任清单\n一、部门职责\n{header}{duties}{remark}\n"
    with GraphStore.open(StoreSettings(data=tmp_path)) as opened:
        read_documents(opened, [parse_bytes(text.encode(), "档案.txt")])
        lines = facts(report_data(opened, EVERYTHING), "zh", datetime(2027, 1, 1, tzinfo=UTC))
    assert dict(lines)["依据的清单"] == cover


def test_nothing_found_is_a_report_too(tmp_path: Path) -> None:
    with GraphStore.open(StoreSettings(data=tmp_path)) as empty:
        empty.prepare()
        paper, book = word(empty), excel(empty)
    assert "列出问题线索 0 条" in chapter(paper, "report_summary_title")
    assert chapter(paper, "report_confirmed_title") == "无。"
    assert book.sheetnames == ["摘要"]


def test_english(store: GraphStore, topic: Topic) -> None:
    paper = word(store, lang="en")
    whole = "\n".join(lines(paper))
    assert paper.paragraphs[0].text == "Report on the review of duty lists"
    assert "2. Confirmed: what has to be done" in whole
    assert "name a lead" in whole
    assert "Who shall act" in whole
    assert "整改台账" not in whole
    assert excel(store, lang="en").sheetnames[:3] == ["Summary", "Tasks", "Findings"]


def test_paper_and_styles_are_those_of_official_documents(store: GraphStore) -> None:
    paper = word(store, Selection(department=CIVIL))
    section = paper.sections[0]
    assert round((section.page_width or 0) / Mm(1)) == 210
    assert round((section.left_margin or 0) / Mm(1)) == 28
    fonts = {
        name: paper.styles[name].element.rPr.rFonts.get(qn("w:eastAsia"))
        for name in ("Normal", "Title", "Heading 1")
    }
    assert fonts == {"Normal": "仿宋", "Title": "方正小标宋简体", "Heading 1": "黑体"}
    assert "PAGE" in section.footer._element.xml
    heads = [table for table in paper.tables if table._tbl.xpath(".//w:tblHeader")]
    assert len(heads) > 5


def test_a_workbook_has_linked_sheets_and_a_row_for_each_text(store: GraphStore) -> None:
    book = excel(store)
    findings, evidence = book["问题线索"], book["原文和出处"]
    nodes = [
        (finding.id, node.text)
        for finding in report_data(store, EVERYTHING).findings.findings
        for node in finding.nodes
    ]
    assert [(row[0], row[4] or "") for row in evidence.iter_rows(min_row=2, values_only=True)] == nodes
    link = findings["A3"].hyperlink.location
    sheet, _, cell = link.rpartition("!")
    assert book[sheet.strip("'")][cell].value == findings["A3"].value
    assert evidence.auto_filter.ref == evidence.dimensions
    assert [row[5] for row in book["整改台账"].iter_rows(min_row=2, values_only=True)] == [
        "2027-01-15",
        "2027-03-01",
    ]


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    with GraphStore.open(StoreSettings(data=tmp_path)) as hostile:
        load_hostile(hostile)
        first: Entry = list_findings(hostile)[0]
        judge(
            hostile,
            first.id,
            Decision(value="confirmed", by=FORMULA, note=f"{STEERS}\r\n{MARKUP}", responsible=STEERS),
        )
        paper, book = word(hostile), excel(hostile)
        html = report_file(report_data(hostile, EVERYTHING), ReportShape.html, "zh").decode()
    whole = "\n".join(lines(paper))
    for said in (MARKUP, FORMULA, DEPARTMENT, "<U+001B>", "<U+202E>"):
        assert said in whole
    assert not STEERING.search(whole)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == FORMULA for cell in cells)
    assert "f" not in {cell.data_type for cell in cells}
    assert dangers(parse(html)) == []
    assert not STEERING.search(html)
    assert html.count("<script") == 0


def test_a_long_text_is_cut_and_says_so(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told, "LONGEST", 10)
    waiting = chapter(word(store), "report_waiting_title")
    texts = (one.nodes[0].text for one in stored_findings(store).findings if len(one.nodes[0].text) > 20)
    cut = [text for text in texts if f"{text[:10]}……（全文 {len(text)} 字，余下见出处）" in waiting]
    assert cut
    assert not any(text in waiting for text in cut)


def test_html_tells_what_the_word_file_tells(store: GraphStore) -> None:
    content = report_file(report_data(store, EVERYTHING), ReportShape.html, "zh").decode()
    page = parse(content)
    assert dangers(page) == []
    assert page.all("script") == page.all("link") == []
    told_ = [line for line in lines(word(store)) if len(line) > 12 and not re.search("生成|其余", line)]
    whole = re.sub(r"\s", "", page.text)
    assert [line for line in told_ if re.sub(r" 编号 \w+$|\s", "", line) not in whole] == []


def test_pdf_is_made_by_libreoffice(store: GraphStore) -> None:
    require("libreoffice")
    made = report_file(
        report_data(store, Selection(department=CIVIL, severities=["high"])), ReportShape.pdf, "zh"
    )
    assert made.startswith(b"%PDF")


def test_without_libreoffice_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "find_office", lambda: None)
    with pytest.raises(PdfError, match=r"LibreOffice.*\.docx"):
        pdf_of(b"")
