"""Rows of a PDF's tables that a page break cuts in two, wherever it does."""

import pytest

from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.records import DutyList, Locator, Service
from tests.ingest.render.portable import Large
from tests.ingest.render.score import differences

COLUMNS = ["number", "name", "content", "handler", "phone"]


def services(lines: int) -> DutyList:
    """A list whose first row takes so many lines, and whose last one takes two in every column but the first."""
    rows = [("咨询", "解答各类咨询问题。" * lines, "窗口", "0000")]
    rows.append(("促消费活动信息发布和解读", "发布购物节和以旧换新安排。", "市场运行股", "68277059"))
    found = [
        Service(number=str(at), name=name, content=content, handler=handler, phone=phone, locator=Locator())
        for at, (name, content, handler, phone) in enumerate(rows, start=1)
    ]
    title = "云溪市澜江区商务局"
    return DutyList(
        title=f"{title}责任清单",
        department=title,
        locator=Locator(),
        services=found,
        sections_present=["公共服务"],
        columns={"公共服务": COLUMNS},
    )


@pytest.mark.parametrize("lines", range(15, 23))
def test_a_row_cut_through_all_its_cells_is_one(lines: int) -> None:
    wanted = services(lines)
    (read,) = parse_bytes(Large().render([wanted]), "list.pdf").lists
    assert list(differences([wanted], [read])) == []
