"""Lists that do not go in, or go in as another kind: parts of one list, powers, boundaries between many bodies."""

import pytest

from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.loading.list_change import ListChange
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.reading_options import ReadingOptions
from dutygraph.queries.findings.update.recompute import recompute
from tests.queries.found import find

HEAD = "云溪市白石区气象局责任清单\n"
FIRST = f"{HEAD}一、部门职责\n序号\t职责名称\t工作事项\t承办股室\n1\t负责预警\t发布信号\t预报股\n"
SECOND = (
    f"{HEAD}四、公共服务\n编号\t服务事项\t主要内容\t承办科室\t咨询电话\n"
    "1\t预警查询\t解答信号含义\t预报股\t0100-1121\n"
)
BOUNDARIES = (
    "云溪市白石区部门职责边界清单\n序号\t管理事项\t相关部门\t职责分工\n"
    "1\t防汛抗旱\t区水务局\t负责水情监测\n\t\t区应急管理局\t负责抢险救援\n"
)
POWERS = (
    "云溪市白石区气象局权责清单\n序号\t权力类型\t权力事项\t责任事项\t承办机构\n"
    "1\t行政许可\t升放气球审批\t1.受理责任：公示材料；2.审查责任：核对材料\t法规股\n"
)


def read(store: GraphStore, name: str, text: str, department: str = "") -> ListChange:
    [change] = ingest_document(store, parse_bytes(text.encode(), name, ReadingOptions(department)))
    return change


def counts(store: GraphStore) -> list[int]:
    return [
        store.read(f"MATCH (n:{label}) RETURN count(n) AS count")[0]["count"]
        for label in ("Duty", "PublicService")
    ]


@pytest.mark.parametrize("swapped", [False, True])
def test_a_list_in_two_files_is_one(store: GraphStore, *, swapped: bool) -> None:
    first, second = (
        (("下.txt", SECOND), ("上.txt", FIRST)) if swapped else (("上.txt", FIRST), ("下.txt", SECOND))
    )
    read(store, *first)
    change = read(store, *second)
    assert (change.state, change.reason) == ("added", None)
    assert "other_part" in [warning.code for warning in change.warnings]
    assert counts(store) == [1, 1]
    assert [read(store, *one).state for one in (first, second)] == ["unchanged", "unchanged"]
    recompute(store)
    missing = {one.sentence.zh for one in find(store).findings if one.kind == "gap.section"}
    body = "云溪市白石区气象局"
    assert missing == {f"{body}清单的“{name}”部分缺失。" for name in ("职责边界", "监管制度")}


def test_a_file_that_is_read_again_replaces_its_own_sections_only(store: GraphStore) -> None:
    read(store, "上.txt", FIRST)
    read(store, "下.txt", SECOND)
    assert read(store, "上.txt", FIRST.replace("预警", "观测")).state == "replaced"
    assert counts(store) == [1, 1]
    assert read(store, "另.txt", FIRST).state == "replaced"
    assert counts(store) == [1, 1]


def test_a_file_with_all_sections_takes_the_place_of_the_parts(store: GraphStore) -> None:
    read(store, "上.txt", FIRST)
    read(store, "下.txt", SECOND)
    whole = FIRST + SECOND.removeprefix(HEAD)
    changes = ingest_document(store, parse_bytes(whole.encode(), "合.txt"))
    assert [change.state for change in changes] == ["replaced", "removed"]
    assert counts(store) == [1, 1]


def test_a_new_version_of_the_file_may_have_other_sections(store: GraphStore) -> None:
    read(store, "清单.txt", FIRST)
    assert read(store, "清单.txt", SECOND).state == "replaced"


def test_nothing_of_a_kind_that_is_not_read_goes_in(store: GraphStore) -> None:
    change = read(store, "权责.txt", POWERS)
    assert (change.state, change.placed, change.read_in_part) == ("skipped", None, True)
    assert [warning.code for warning in change.warnings] == ["unread_kind"]
    assert change.reason == change.warnings[0]
    assert counts(store) == [0, 0]


def test_who_draws_the_boundaries_is_not_accused(store: GraphStore) -> None:
    assert read(store, "边界.txt", BOUNDARIES).state == "skipped"
    office = "云溪市白石区委机构编制委员会办公室"
    assert read(store, "边界.txt", BOUNDARIES, office).state == "added"
    recompute(store)
    kinds = {
        finding.kind
        for finding in find(store).findings
        if any("编制" in name for name in finding.departments)
    }
    assert kinds.isdisjoint({"boundary.declarer_absent", "gap.section", "boundary.own_part_missing"})
    assert kinds == set()
