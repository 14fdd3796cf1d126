"""What cross-cutting bodies do to others' objects, and never do."""

from typing import Any

import pytest

from dutygraph.graph.analysis.language.cross_cutting import cross_cutting_of, rows_of
from dutygraph.graph.analysis.language.data_files import read_data
from dutygraph.graph.analysis.language.stages import Stage

DATA: dict[str, Any] = read_data("cross_cutting")

# name of a body, a stage of its work on others' objects, a stage it never has there
FUNCTIONS: list[tuple[str, Stage, Stage]] = [
    ("云溪市澜江区审计局", "audit", "fund"),
    ("澜江区统计局", "count", "supervise"),
    ("统计局", "publish", "steer"),
    ("区财政局", "fund", "rescue"),
    ("中共澜江区委机构编制委员会办公室", "approve", "fund"),
    ("人民政府法制办公室", "review", "approve"),
    ("司法局", "settle", "punish"),
    ("区纪律检查委员会监察委员会", "supervise", "approve"),
    ("信访局", "settle", "approve"),
    ("机关事务管理局", "manage", "audit"),
    ("政务服务和数据管理局", "build", "punish"),
    ("行政审批局", "approve", "punish"),
    ("人社局", "approve", "audit"),
    ("发展和改革局", "plan", "audit"),
    ("应急管理局", "supervise", "fund"),
    ("市场监督管理局", "supervise", "rescue"),
]
LINE_BODIES = [
    "水利局",
    "交通运输局",
    "农业农村局",
    "卫生健康局",
    "城市管理和综合执法局",
    "文化旅游广电体育局",
    "消防救援大队",
    "劳动就业服务中心",
]


@pytest.mark.parametrize(("name", "done", "never"), FUNCTIONS)
def test_a_cross_cutting_body_has_its_stages(name: str, done: Stage, never: Stage) -> None:
    found = cross_cutting_of([name])
    assert found
    assert done in found.stages
    assert never in found.never


@pytest.mark.parametrize("name", LINE_BODIES)
def test_a_line_body_has_none(name: str) -> None:
    assert cross_cutting_of([name]) is None


def test_a_body_with_two_functions_may_do_what_either_does() -> None:
    both = cross_cutting_of(["审计局", "统计局"])
    assert both
    assert {"audit", "count"} <= both.stages
    assert not both.stages & both.never
    assert "fund" in both.never
    assert {"统计执法", "审计对象"} <= both.subjects


def test_every_row_gives_its_reason_and_subjects() -> None:
    for name, row in DATA.items():
        assert set(row) == {"names", "stages", "never", "subjects", "why"} | (set(row) & {"ordinary"}), name
        assert row["why"].strip(), name
        assert len(set(row["subjects"])) == len(row["subjects"]) > 0, name


def test_no_name_stands_in_two_rows() -> None:
    names = [name for row in DATA.values() for name in row["names"]]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("stage", "word"), [("inspect", "inspect"), ("fund", "never done")])
def test_what_does_not_fit_is_named(stage: str, word: str) -> None:
    data = {"审计": {**DATA["审计"], "stages": ["audit", stage]}}
    with pytest.raises(ValueError, match=rf"cross_cutting\.yaml: 审计: .*{word}"):
        rows_of(data)
