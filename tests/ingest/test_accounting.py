"""How much of a list its records hold: what has no place lowers the share, and nothing else does."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.ingest.accounting import reading_settings
from dutygraph.ingest.parse import parse_bytes, parse_file
from dutygraph.ingest.records import DutyList
from tests.ingest.sources import SAMPLE, SEEDS, needs_seeds

HEAD = "云溪市澜江区气象局责任清单\n一、部门职责\n"
COLUMNS = "序号\t主要职责\t工作事项\t承办股室"
SERVICES = (
    "四、公共服务\n序号\t服务事项\t主要内容\t承办机构\t联系电话\n1\t气象证明\t出具气象证明\t服务股\t2211000\n"
)
LETTERS = st.text("预警监测发布信号台站雷电防护审核", min_size=6, max_size=12)


def read(text: str) -> DutyList:
    (one,) = parse_bytes(text.encode(), "list.txt").lists
    return one


def letters(text: str) -> int:
    return sum(map(str.isalpha, text))


@given(
    placed=st.lists(LETTERS, min_size=1, max_size=6, unique=True),
    lost=st.lists(LETTERS, max_size=6, unique=True),
)
def test_the_share_is_that_of_the_letters_with_a_place(placed: list[str], lost: list[str]) -> None:
    rows = "".join(f"{at}\t{duty}。\t发布{duty}。\t预报股\n" for at, duty in enumerate(placed, 1))
    stray = "".join(f"另行说明{text}；\n" for text in lost)
    one = read(f"{HEAD}{COLUMNS}\n{rows}二、职责边界\n无\n{stray}")
    printed = letters(rows) + letters(stray)
    assert one.placed == pytest.approx(letters(rows) / printed, abs=0.001)
    assert one.placed_by_section["部门职责"] == 1
    assert one.placed_by_section.get("职责边界") == (0 if lost else 1)
    assert one.sections_read_in_part == (["职责边界"] if lost else [])
    assert one.read_in_part == (letters(rows) / printed < 0.9)


def test_a_column_that_is_not_read_marks_its_section_only() -> None:
    one = read(
        f"{HEAD}{COLUMNS}\t办结时限要求\n1\t负责预警。\t发布信号。\t预报股\t当日发布并存档\n{SERVICES}"
    )
    assert one.sections_read_in_part == ["部门职责"]
    assert one.placed_by_section["公共服务"] == 1
    (told,) = [each for each in one.warnings if each.code == "read_in_part"]
    assert f"部门职责 {one.placed_by_section['部门职责']:.1%}" in told.message


def test_what_is_no_content_does_not_count() -> None:
    one = read(
        f"{HEAD}{COLUMNS}\n1\t负责预警。\t（1）发布信号；\t预报股\n………\n二、职责边界\n暂无\n{SERVICES}"
    )
    assert one.placed == 1
    assert not one.read_in_part


def test_a_setting_says_what_share_counts_as_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"{HEAD}{COLUMNS}\n1\t负责预警。\t发布信号。\t预报股\n局长另行通知\n"
    assert read(text).read_in_part
    monkeypatch.setenv("DUTYGRAPH_READ_SHARE", "0.5")
    reading_settings.cache_clear()
    found = read(text)
    reading_settings.cache_clear()
    assert not found.read_in_part


@pytest.mark.parametrize(
    "paths", [pytest.param(SEEDS, marks=needs_seeds, id="seeds"), pytest.param(SAMPLE, id="sample")]
)
def test_every_section_of_the_lists_is_read(paths: list[Path]) -> None:
    lists = [one for path in paths for one in parse_file(path).lists]
    assert [(one.title, one.sections_read_in_part) for one in lists if one.sections_read_in_part] == []
    assert all(one.placed > 0.85 for one in lists)
