"""Views of the explorer: counts first, then so many at a time, on both engines alike."""

from collections import Counter
from typing import Any

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.errors import UnknownNodeError
from dutygraph.queries.explore.district import district, owners
from dutygraph.queries.explore.fields import by_field
from dutygraph.queries.explore.models import View, ViewRequest
from dutygraph.queries.explore.view import explored
from dutygraph.queries.findings.models import ON_DEMAND
from dutygraph.queries.findings.update.recompute import recompute
from tests.queries.found import find
from tests.queries.short import load

WATER, WOODS = "云溪市澜江区水务局", "云溪市澜江区林业局"
RULE = "负责河道采砂许可和监督检查。"


def a_list(name: str, *duties: str, parties: tuple[str, ...] = ()) -> dict[str, Any]:
    matter = {
        "matter": "河道采砂管理",
        "parties": [{"department": one, "division": f"{one}配合。"} for one in parties],
    }
    tasks = [{"text": f"{name}办理第{number}项。", "office": "综合股"} for number in range(2)]
    return {
        "department": name,
        "duties": [{"text": text, "tasks": tasks} for text in duties],
        "boundaries": [matter] if parties else [],
    }


@pytest.fixture
def lists(store: GraphStore) -> GraphStore:
    duties = (RULE, *(f"负责第{number}件{field}工作。" for field in ("水利", "文秘") for number in range(7)))
    load(
        store, [a_list(WATER, *duties, parties=("区水务局", "区林业局")), a_list(WOODS, "负责林木采伐许可。")]
    )
    recompute(store)
    return store


def view_of(store: GraphStore, *opened: str, most: int = 300, **more: Any) -> View:
    body = explored(store, ViewRequest(node=(WATER,)), 1).nodes[0].id
    return explored(
        store, ViewRequest(node=(body,), open=tuple(one.format(body) for one in opened), **more), most
    )


def test_a_node_opens_as_counts(lists: GraphStore) -> None:
    view = view_of(lists, "{}")
    groups = {group.title.zh: group.count for group in view.groups}
    assert groups["主要职责"] == 15
    assert groups["往来部门"] == 1
    assert {node.short for node in view.nodes} >= {"水务局", "综合股", "河道采砂管理"}, (
        "one alone is shown at once"
    )
    assert not [node for node in view.nodes if node.kind.name == "Duty"]


def test_a_group_opens_so_many_at_a_time(lists: GraphStore) -> None:
    view = view_of(lists, "{}", "12|{}|HAS_DUTY|>|Duty", "3|{}|HAS_DUTY|>|Duty|其他")
    shown = [node.name for node in view.nodes if node.kind.name == "Duty"]
    assert len(shown) == 3
    (others,) = [group for group in view.groups if group.key.endswith("|其他")]
    assert (others.parent, others.shown) == (others.key.removesuffix("|其他"), 3)
    more = view_of(lists, "{}", "12|{}|HAS_DUTY|>|Duty", "5|{}|HAS_DUTY|>|Duty|其他")
    assert [node.name for node in more.nodes if node.kind.name == "Duty"][:3] == shown


def test_edges_join_what_is_there_and_nothing_else(lists: GraphStore) -> None:
    view = view_of(lists, "{}", "12|{}|ASSIGNED_TO|<|Division", "12|{}|RELATED")
    there = {node.id for node in view.nodes} | {group.key for group in view.groups}
    assert all({edge.start, edge.end} <= there for edge in view.edges)
    pairs = [(edge.start, edge.end, edge.edge.name) for edge in view.edges]
    assert len(pairs) == len(set(pairs))
    assert "DECLARED_BY" in {name for _, _, name in pairs}


def test_a_hidden_kind_is_left_out(lists: GraphStore) -> None:
    view = view_of(lists, "{}", hide=("SharedMatter",))
    assert "SharedMatter" not in {node.kind.name for node in view.nodes}
    assert "SharedMatter" not in {group.kind.name for group in view.groups}


def test_a_view_has_a_bound_and_says_so(lists: GraphStore) -> None:
    view = view_of(lists, "{}", "12|{}|HAS_DUTY|>|Duty", "12|{}|HAS_DUTY|>|Duty|其他", most=5)
    assert len(view.nodes) == 5
    assert view.cut
    assert view.total > 5


def test_what_the_graph_has_lost_is_named(lists: GraphStore) -> None:
    view = explored(lists, ViewRequest(node=(WATER, "gone")), 300)
    assert view.missing == ["gone"]
    assert [node.name for node in view.nodes] == [WATER]
    with pytest.raises(UnknownNodeError):
        explored(lists, ViewRequest(source=WATER, target="gone"), 300)


def test_paths_between_two_nodes(lists: GraphStore) -> None:
    view = explored(lists, ViewRequest(source=WATER, target=WOODS), 300)
    names = {node.id: node.name for node in view.nodes}
    assert view.paths
    assert all(names[path[0]] == WATER and names[path[-1]] == WOODS for path in view.paths)
    assert "河道采砂管理" in names.values()


def test_what_lists_show_on_demand_a_district_does_too(sample: GraphStore) -> None:
    usual, every = district(sample, None, 2_000), district(sample, None, 2_000, on_demand=True)
    topics = {view: [one for one in shown.nodes if one.title] for view, shown in enumerate((usual, every))}
    assert not {one.findings[0].class_ for one in topics[0]} & set(ON_DEMAND)
    assert {one.findings[0].class_ for one in topics[1]} >= set(ON_DEMAND)
    assert usual.on_demand == every.on_demand == len(topics[1]) - len(topics[0]) > 0
    assert every.total - usual.total == usual.on_demand


def test_a_district_at_a_glance(lists: GraphStore) -> None:
    view = district(lists, None, 2_000)
    assert {node.name for node in view.nodes if node.kind.name == "Department"} == {WATER, WOODS}
    (matter,) = [node.id for node in view.nodes if node.kind.name == "SharedMatter"]
    assert len(owners(view)[matter]) == 2
    grouped = district(lists, None, 1)
    assert {node.kind.name for node in grouped.nodes} == {"Department"}
    assert sum(group.count for group in grouped.groups) + len(grouped.nodes) == grouped.total == view.total


def test_the_sample_district_shows_its_undeclared_overlaps(sample: GraphStore) -> None:
    view = district(sample, None, 2_000)
    overlaps = [edge for edge in view.edges if edge.overlap]
    names = {node.id: node.name for node in view.nodes}
    found = Counter(
        frozenset(finding.departments)
        for finding in find(sample).findings
        if finding.kind == "boundary.undeclared"
    )
    assert {frozenset((names[edge.start], names[edge.end])): edge.overlap for edge in overlaps} == {
        pair: str(count) for pair, count in found.items()
    }
    assert frozenset(("云溪市澜江区农业农村局", "云溪市澜江区教育和体育局")) in found


@pytest.mark.parametrize(
    ("texts", "fields"),
    [
        (
            ["负责养老服务。", "监管养老机构。", "负责婚姻登记。", "负责福利彩票。"],
            [["养老服务", 2], ["其他", 2]],
        ),
        (["负责文秘。", "负责会务。"], [["其他", 2]]),
        (["负责婚姻登记。", "负责福利彩票。", "负责殡葬。", "制定年度工作计划。"], [["其他", 4]]),
        (
            [
                "管理水库。",
                "管理堤防。",
                "负责慈善募捐。",
                "负责婚姻登记。",
                "负责福利彩票。",
                "编写地方志。",
            ],
            [["水利工程", 2], ["民政", 3], ["其他", 1]],
        ),
        ([], []),
    ],
)
def test_duties_by_field(texts: list[str], fields: list[Any]) -> None:
    groups = by_field({str(number): text for number, text in enumerate(texts)})
    assert [[name.zh, len(keys)] for name, keys in groups] == fields
