"""What was read from a document stands in the order of the document, whatever its places are counted by."""

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_file
from dutygraph.ingest.records import Locator
from dutygraph.queries.catalogue.cards import department_card
from dutygraph.queries.catalogue.documents import document_card, document_part, source_excerpt
from tests.ingest.described import built
from tests.queries.short import load

TITLE = "云溪市澜江区档案局责任清单"
HEADER = ["序号", "主要职责", "具体工作事项"]
ROWS = [[str(number), f"第{number}类档案的收集", f"核对第{number}类目录"] for number in range(1, 15)]
ALL = 10_000

Put = Callable[[str, Any], str]


@pytest.fixture
def put(store: GraphStore, tmp_path: Path) -> Put:
    """Reads a file of a suffix with a described content, and returns its name."""

    def read(suffix: str, content: Any) -> str:
        file = tmp_path / f"清单{suffix}"
        file.write_bytes(built(suffix, content, {}))
        ingest_document(store, parse_file(file))
        return file.name

    return read


def _sheet(*rows: list[str]) -> list[dict[str, Any]]:
    return [{"sheet": "职责", "rows": [[TITLE], ["一、部门职责"], HEADER, *rows]}]


def test_rows_of_a_sheet_come_in_the_order_of_their_numbers(store: GraphStore, put: Put) -> None:
    part = document_part(store, put(".xlsx", _sheet(*ROWS)), Locator(), 1, ALL)
    duties = [row["text"] for row in part.rows if row["kind"]["name"] == "Duty"]
    assert duties == [row[1] for row in ROWS]


def test_a_warning_stands_beside_the_row_of_a_sheet_that_it_is_about(store: GraphStore, put: Put) -> None:
    header = [*HEADER, "奇怪的栏"]
    odd = [[*row, ""] for row in ROWS]
    odd[11] = ["12", "", "", "只有这一栏"]
    sheet = [{"sheet": "职责", "rows": [[TITLE], ["一、部门职责"], header, *odd]}]
    part = document_part(store, put(".xlsx", sheet), Locator(), 1, ALL)
    beside = {
        str(warning.locator.cell): row["locator"]["cell"]
        for row, warnings in zip(part.rows, part.warnings, strict=True)
        for warning in warnings
    }
    far = {cell: row for cell, row in beside.items() if int(cell[1:]) > 10}
    assert far
    assert all(int(cell[1:]) - 1 <= int(row[1:]) <= int(cell[1:]) for cell, row in far.items())


def test_tables_stand_among_the_paragraphs_around_them(store: GraphStore, put: Put) -> None:
    content = [
        TITLE,
        "一、部门职责",
        {"table": [HEADER, *ROWS[:3]]},
        "三、监管制度",
        "（一）对档案库房的监管",
        "1.监督检查对象：档案库房",
        "2.监督检查内容：温度和湿度",
        "四、公共服务",
        {"table": [["序号", "服务事项", "主要内容"], ["1", "查阅档案", "凭证件查阅"]]},
    ]
    part = document_part(store, put(".docx", content), Locator(), 1, ALL)
    kinds = list(dict.fromkeys(row["kind"]["name"] for row in part.rows))
    assert kinds == ["DutyList", "Duty", "Task", "SupervisionRegime", "PublicService"]


def test_sections_come_in_the_order_in_which_a_list_prints_them(store: GraphStore, put: Put) -> None:
    text = f"""{TITLE}
一、部门职责
序号\t主要职责\t具体工作事项
1\t收集档案\t核对目录
二、公共服务
序号\t服务事项\t主要内容
1\t查阅档案\t凭证件查阅
三、监管制度
（一）对档案库房的监管
1、监督检查对象
档案库房
"""
    rows = document_part(store, put(".txt", text), Locator(), 1, ALL).rows
    lines = [row["locator"]["line"] for row in rows]
    assert lines == sorted(lines)
    assert {"SupervisionRegime", "PublicService"} < {row["kind"]["name"] for row in rows}


def test_lists_of_a_document_come_in_its_order(store: GraphStore) -> None:
    names = ["云溪市澜江区档案局", "云溪市澜江区气象局", "云溪市澜江区民政局", "云溪市澜江区水务局"]
    load(store, [{"department": name, "duties": [{"text": f"{name}的事"}]} for name in names])
    part = document_part(store, "清单.txt", Locator(), 1, ALL)
    assert list(dict.fromkeys(row["department"] for row in part.rows)) == names


def test_the_row_at_a_place_is_on_the_part_that_is_shown(store: GraphStore, put: Put) -> None:
    tasks = [[*ROWS[0][:2], f"第{number}件事"] for number in range(4)]
    table = [HEADER, *([*(["^", "^"] if number else row[:2]), row[2]] for number, row in enumerate(tasks))]
    name = put(".docx", [TITLE, "一、部门职责", {"table": table}])
    whole = document_part(store, name, Locator(), 1, ALL).rows
    for size in (1, 2, 3):
        for row in whole:
            place = Locator.model_validate(row["locator"])
            part = document_part(store, name, place, None, size)
            assert part.here is not None
            assert part.rows[part.here]["locator"] == row["locator"]
            excerpt = source_excerpt(store, name, place, 1)
            assert excerpt.here is not None
            assert excerpt.rows[excerpt.here] == part.rows[part.here]


def test_a_place_between_two_rows_belongs_to_the_one_before(store: GraphStore) -> None:
    lines = [3, 7, 7, 12]
    duties = [{"text": f"第{at}项", "locator": {"line": line}} for at, line in enumerate(lines)]
    load(store, [{"department": "云溪市澜江区档案局", "duties": duties}])
    for line, size in product((2, 3, 6, 7, 11, 900), (1, 2, 3)):
        part = document_part(store, "清单.txt", Locator(line=line), None, size)
        excerpt = source_excerpt(store, "清单.txt", Locator(line=line), 1)
        assert part.here is not None
        assert excerpt.here is not None
        assert part.rows[part.here]["locator"]["line"] == max(at for at in (1, *lines) if at <= line)
        assert excerpt.rows[excerpt.here] == part.rows[part.here]


def test_documents_and_departments_are_told_to_their_end(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    duties = [{"text": f"第{number}项档案工作"} for number in range(9)]
    load(store, [{"department": "云溪市澜江区档案局", "duties": duties}])
    monkeypatch.setattr("dutygraph.queries.catalogue.named_queries._MOST_AT_ONCE", 4)
    assert len(document_part(store, "清单.txt", Locator(), 1, ALL).rows) == 10
    counts = {one.kind.name: one.count for one in document_card(store, "清单.txt").statements}
    assert counts == {"Duty": 9, "DutyList": 1}
    assert [row["duty"] for row in department_card(store, "云溪市澜江区档案局").duties] == [
        one["text"] for one in duties
    ]
