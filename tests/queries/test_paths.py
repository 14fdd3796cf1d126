"""The query ``path``: what everybody shares is no bridge, and it stays quick where a thousand hang on one node."""

from collections import defaultdict
from itertools import pairwise
from typing import Any

import pytest

from dutygraph.graph.analysis.dependents import dependents_of
from dutygraph.graph.analysis.neighbourhood import PathLimits, PathStep
from dutygraph.graph.analysis.paths import best_paths, find_paths
from dutygraph.graph.loading.write import write_subgraph
from dutygraph.graph.model import Ref, Subgraph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.lookup import find_department
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.errors import ArgumentError
from tests.graph.lists import duty_list, mention
from tests.queries.short import load

PENALTIES, CEMETERIES = "中华人民共和国行政处罚法", "殡葬管理条例"
BODIES = ("民政局", "林业局", "财政局", "水务局", "统计局", "商务局")
SECONDS = 15
"""The service's own limit for one read."""


def a_list(body: str, *laws: str, matter: str = "", parties: tuple[str, ...] = ()) -> dict[str, Any]:
    boundaries = [
        {
            "matter": matter,
            "parties": [{"department": f"区{name}", "division": f"负责{name}的份。"} for name in parties],
        }
    ]
    return {
        "department": f"云溪市澜江区{body}",
        "duties": [{"text": f"{body}的职责。"}],
        "boundaries": boundaries if matter else [],
        "citations": [{"title": law} for law in laws],
    }


def passed(store: GraphStore, **arguments: Any) -> list[list[str]]:
    """What each path passes between the two departments."""
    rows = run_query(store, "path", {"a": "民政局", "b": "林业局", **arguments}).rows
    numbers = sorted({row["path"] for row in rows})
    return [[row["to"] for row in rows if row["path"] == number][:-1] for number in numbers]


def test_a_law_that_everybody_cites_is_no_bridge(store: GraphStore) -> None:
    load(store, [a_list(body, PENALTIES) for body in BODIES])
    assert passed(store) == []


def test_a_matter_is_a_bridge_beside_a_law_that_everybody_cites(store: GraphStore) -> None:
    declaring = a_list("民政局", PENALTIES, matter="公墓管理", parties=("民政局", "林业局"))
    load(store, [declaring, *(a_list(body, PENALTIES) for body in BODIES[1:])])
    [path] = passed(store, paths=5)
    assert path == ["公墓管理", "负责林业局的份。"]


def test_a_law_that_few_cite_is_a_bridge_unless_fewer_are_asked_for(store: GraphStore) -> None:
    citing = [a_list(body, CEMETERIES) for body in BODIES[:3]]
    load(store, [*citing, *(a_list(body) for body in BODIES[3:])])
    assert passed(store) == [["民政局的职责。", CEMETERIES, "林业局的职责。"]]
    assert passed(store, shared=2) == []
    assert passed(store, hops=3) == []


def test_paths_come_best_first_and_pass_nothing_twice(store: GraphStore) -> None:
    parties = ("民政局", "林业局")
    lists = [
        *(a_list(body, CEMETERIES) for body in parties),
        a_list("财政局", matter="殡葬补贴", parties=parties),
        a_list("水务局", matter="公墓用水", parties=parties),
        *(a_list(body) for body in BODIES[4:]),
    ]
    load(store, lists)
    paths = passed(store, paths=10)
    assert [path[1] for path in paths[2:]] == [CEMETERIES]
    assert {path[1] for path in paths[:2]} == {"殡葬补贴", "公墓用水"}
    assert passed(store) == paths[:1]


@pytest.mark.parametrize("arguments", [{"hops": 9}, {"paths": 11}, {"shared": 1}])
def test_hops_and_paths_are_capped(arguments: dict[str, int], store: GraphStore) -> None:
    load(store, [a_list(body) for body in BODIES])
    with pytest.raises(ArgumentError, match=next(iter(arguments))):
        passed(store, **arguments)


def test_paths_apart_are_more_than_the_edge_between_the_two(store: GraphStore) -> None:
    tasks = [{"text": "巡查墓区", "office": "公墓科"}, {"text": "登记墓穴", "office": "登记科"}]
    load(store, [{"department": "云溪市澜江区民政局", "duties": [{"text": "公墓管理", "tasks": tasks}]}])
    body = Ref("Department", find_department(store, "区民政局")[0].id)
    (row,) = store.read("MATCH (d:Duty) RETURN d.id AS id")
    limits = PathLimits(hops=4, paths=5, shared=20)
    paths, _ = find_paths(store, body, Ref("Duty", row["id"]), limits, "apart")
    assert [len(path) for path in paths] == [1, 3, 3]
    between = [step.end for path in paths for step in path[:-1]]
    assert len(between) == len(set(between)) == 4


def test_a_search_that_leaves_out_edges_says_so(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    load(store, [a_list(body, CEMETERIES) for body in BODIES])
    [one, other] = (find_department(store, name)[0].id for name in ("区民政局", "区林业局"))
    ends = Ref("Department", one), Ref("Department", other)
    limits = PathLimits(hops=4, paths=5, shared=20)
    assert not find_paths(store, *ends, limits, "simple")[1]
    monkeypatch.setattr("dutygraph.graph.analysis.neighbourhood._MOST_EDGES", 2)
    assert find_paths(store, *ends, limits, "simple")[1]


def test_dependents_that_leave_out_edges_say_so(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = [{"text": f"第{number}件事", "office": "公墓科"} for number in range(5)]
    duties = [{"text": "公墓管理", "tasks": tasks}]
    load(store, [{"department": "云溪市澜江区民政局", "duties": duties}])
    node = Ref("Department", find_department(store, "区民政局")[0].id)
    whole = dependents_of(store, node, 2)
    assert not whole.cut
    monkeypatch.setattr("dutygraph.graph.analysis.dependents.MOST", len(whole.nodes))
    fewer = dependents_of(store, node, 2)  # over the duty and over the office: twice as many edges as tasks
    assert fewer.cut
    assert set(fewer.nodes) <= set(whole.nodes)


def test_a_hub_of_five_hundred_bodies_is_passed_by(store: GraphStore) -> None:
    whole = Subgraph()
    for number in range(500):
        one = mention(f"第{number}局", "中心局") if number % 5 == 0 else duty_list(f"第{number}局", duties=20)
        whole.nodes += one.nodes
        whole.edges += one.edges
    store.write(lambda tx: write_subgraph(tx, whole))
    limits = PathLimits(hops=8, paths=10, shared=1000)
    assert best_paths(store.limited(SECONDS), "990101:第1局", "990101:第2局", limits) == []
    [path] = best_paths(store.limited(SECONDS), "990101:第0局", "990101:第5局", limits)
    assert "990101:中心局" in [step.end for step in path]


class _Near:
    """Two bodies with a dear node between them, and so many cheap detours that not all are looked at."""

    cut_short = False
    met = True

    def __init__(self, *_: object) -> None:
        layers = [["a"], *([f"{step} {n}" for n in range(2)] for step in range(9)), ["b"]]
        ways = [(here, there) for one, other in pairwise(layers) for here in one for there in other]
        self.steps: dict[str, dict[str, PathStep]] = defaultdict(dict)
        for here, there in [*ways, ("a", "hub"), ("hub", "b")]:
            self.steps[here][there] = PathStep(here, there, "SHARES", forward=True, locator=None)
        self.costs = {name: 1.0 for layer in layers for name in layer} | {"hub": 30.0}

    @property
    def cut(self) -> bool:
        return self.cut_short

    def grow(self) -> bool:
        return False

    def between(self) -> set[str]:
        return set(self.costs)


def test_cheap_detours_hide_no_short_path(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dutygraph.graph.analysis.paths.Neighbourhood", _Near)
    ends = Ref("Department", "a"), Ref("Department", "b")
    found, cut = find_paths(store, *ends, PathLimits(hops=4, paths=5, shared=10), "simple")
    assert [[step.end for step in path] for path in found] == [["hub", "b"]]
    assert cut
