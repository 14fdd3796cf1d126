"""Pages of a PDF: rows that a page break cuts in two, wherever it does, pages that are turned, and watermarks."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.records import Duty, DutyList, Locator, Service, Task
from tests.ingest.render import portable, printed
from tests.ingest.render.portable import FONT, Large, Portable
from tests.ingest.render.score import differences

TITLE = "云溪市澜江区商务局"
COLUMNS = ["number", "name", "content", "handler", "phone"]
DUTY_COLUMNS = ["number", "duty", "task", "office", "remark"]
DUTIES = [
    ("负责商贸流通行业管理。", ["拟订商业网点布局规划。", "指导特色街区建设，组织年度评估。"]),
    ("负责市场运行监测和重要消费品储备，发布预警信息。", ["监测样本企业销售数据。"]),
    ("统筹电子商务发展，推进农村物流配送。", ["建设服务站点。", "培训从业人员。", "核查补助资金使用情况。"]),
    ("承办区委、区政府交办的其他工作。", []),
]
ANY_LAYOUT = st.sampled_from(
    [
        portable.Cut,
        portable.Merged,
        portable.QueryFile,
        printed.Open,
        portable.Unbroken,
        printed.Unruled,
        printed.Lined,
    ]
)


def services(lines: int) -> DutyList:
    """A list whose first row takes so many lines, and whose last one takes two in every column but the first."""
    rows = [("咨询", "解答各类咨询问题。" * lines, "窗口", "0000")]
    rows.append(("促消费活动信息发布和解读", "发布购物节和以旧换新安排。", "市场运行股", "68277059"))
    found = [
        Service(number=str(at), name=name, content=content, handler=handler, phone=phone, locator=Locator())
        for at, (name, content, handler, phone) in enumerate(rows, start=1)
    ]
    return DutyList(
        title=f"{TITLE}责任清单",
        department=TITLE,
        locator=Locator(),
        services=found,
        sections_present=["公共服务"],
        columns={"公共服务": COLUMNS},
    )


def duties() -> DutyList:
    """A list of a few duties with several tasks each, one without any."""
    found = [
        Duty(
            number=str(at),
            text=text,
            remark=None,
            locator=Locator(),
            tasks=[Task(text=task, office="流通股", remark=None, locator=Locator()) for task in tasks],
        )
        for at, (text, tasks) in enumerate(DUTIES, start=1)
    ]
    return DutyList(
        title=f"{TITLE}责任清单",
        department=TITLE,
        locator=Locator(),
        duties=found,
        sections_present=["部门职责"],
        columns={"部门职责": DUTY_COLUMNS},
    )


def unlike(layout: Portable, wanted: DutyList) -> list[str]:
    """What differs when a list is printed and read again."""
    return list(differences([wanted], parse_bytes(layout.render([wanted]), "list.pdf").lists))


@pytest.mark.parametrize("lines", range(15, 23))
def test_a_row_cut_through_all_its_cells_is_one(lines: int) -> None:
    assert unlike(Large(), services(lines)) == []


@settings(max_examples=40)
@given(layout=ANY_LAYOUT, lowered=st.integers(0, 44))
def test_wherever_a_page_break_cuts_a_table_nothing_is_repeated_or_lost(
    layout: type[Portable], lowered: int
) -> None:
    printed = layout()
    printed.lowered = lowered
    assert unlike(printed, duties()) == []


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_pages_turned_alike_are_read(degrees: int) -> None:
    class Sideways(printed.Turned):
        turns = dict.fromkeys(range(1, 5), degrees)

    assert unlike(Sideways(), duties()) == []


def test_sideways_pages_are_read_among_upright_ones() -> None:
    assert unlike(printed.Turned(), services(60)) == []


@pytest.mark.parametrize(
    ("size", "gray", "alpha", "tiled"),
    [(54, 0.85, 1, False), (20, 0.8, 1, False), (14, 0.8, 1, True), (60, 0, 0.2, False), (30, 0, 0.1, True)],
)
def test_an_upright_watermark_is_in_no_cell(size: float, gray: float, alpha: float, *, tiled: bool) -> None:
    page = printed.Watermarked()
    page.mark_size, page.gray, page.alpha, page.tiled = size, gray, alpha, tiled
    assert unlike(page, services(60)) == []


@pytest.mark.parametrize("words", [("序号", "服务事项", "主要内容"), ("窗口",), ("咨询", "0000")])
def test_a_text_in_light_gray_is_no_watermark(words: tuple[str, ...]) -> None:
    class Gray(portable.QueryFile):
        def text(self, canvas: Canvas, x: float, line: float, text: str) -> None:
            canvas.setFillGray(0.7 if text in words else 0)
            super().text(canvas, x, line, text)

    assert unlike(Gray(), services(60)) == []


def test_a_page_of_slanting_text_is_told_as_not_read() -> None:
    stream = BytesIO()
    canvas = Canvas(stream)
    canvas.setFont(FONT, 12)
    canvas.drawString(72, 780, f"{TITLE}责任清单")
    canvas.drawString(72, 760, "一、部门职责")
    canvas.showPage()
    canvas.setFont(FONT, 12)
    canvas.translate(200, 200)
    canvas.rotate(30)
    canvas.drawString(0, 0, "负责商贸流通行业管理。")
    canvas.save()
    (read,) = parse_bytes(stream.getvalue(), "list.pdf").lists
    (told,) = [warning for warning in read.warnings if warning.code == "not_read"]
    assert told.locator.page == 2
    assert read.empty_sections == []
