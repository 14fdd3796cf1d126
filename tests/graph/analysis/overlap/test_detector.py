"""Overlaps in the graph depend on what the lists of a region say, and on nothing else."""

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest

from dutygraph.graph.analysis.overlap.detector import analyse_overlaps
from dutygraph.graph.analysis.overlap.pairs.score import weights
from dutygraph.graph.store.graph_store import GraphStore
from tests.queries.short import load

Lists = Sequence[dict[str, Any]]
Edges = list[dict[str, Any]]

PARTS = (*weights(), "again")
HERE, THERE = "云溪市澜江区", "长沙市岳麓区"


def lists_of(place: str) -> Lists:
    """Four lists of a district whose duties meet in money, safety and training."""
    said = {
        "财政局": ["监督检查全区财政专项资金，组织会计培训。"],
        "应急管理局": ["监督全区安全生产工作。", "分配救灾物资，监测灾情。"],
        "交通运输局": ["检查渡口安全，养护农村公路。", "管理交通建设资金。"],
        "民政局": ["发放救灾物资。", "检查养老机构安全；检查救灾资金的使用。"],
    }
    task = {"交通运输局": [{"text": "开展船舶安全检查。"}]}
    return [
        {
            "department": f"{place}{name}",
            "duties": [{"text": text, "tasks": task.get(name, [])} for text in texts],
        }
        for name, texts in said.items()
    ]


def edges(store: GraphStore, place: str = HERE) -> Edges:
    """What the graph holds of overlaps in a place."""
    return store.read(
        "MATCH (d:Department)-[:PUBLISHED]->(l:DutyList), (a)-[s:SIMILAR_TO]->(b) WHERE d.name STARTS WITH $place"
        " AND a.list = l.id RETURN a.id AS a, b.id AS b, properties(s) AS s ORDER BY a, b",
        {"place": place},
    )


def scores(store: GraphStore, place: str) -> list[tuple[Any, ...]]:
    """Which texts of a place overlap, and how far."""
    rows = store.read(
        "MATCH (d:Department)-[:PUBLISHED]->(l:DutyList), (a)-[s:SIMILAR_TO]->(b) WHERE d.name STARTS WITH $place"
        " AND a.list = l.id RETURN a.text AS a, b.text AS b, s.score AS score, s.class AS class",
        {"place": place},
    )
    return sorted((*sorted((row["a"], row["b"])), row["score"], row["class"]) for row in rows)


def empty(store: GraphStore) -> None:
    store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))


def analysed(store: GraphStore, *documents: Lists) -> GraphStore:
    """Read documents one after the other and compare what they say."""
    for lists in documents:
        load(store, lists, f"{lists[0]['department']}.txt")
    analyse_overlaps(store)
    return store


def department(store: GraphStore, name: str) -> str:
    return str(store.read("MATCH (d:Department {name: $name}) RETURN d.id AS id", {"name": name})[0]["id"])


def test_edges_stand_between_bodies_of_one_region(store: GraphStore) -> None:
    analysed(store, lists_of(HERE), lists_of(THERE))
    ends = store.read(
        "MATCH (a)-[:SIMILAR_TO]->(b) MATCH (one:Department)-[:PUBLISHED]->(:DutyList {id: a.list})"
        " MATCH (other:Department)-[:PUBLISHED]->(:DutyList {id: b.list})"
        " RETURN one.id AS one, other.id AS other, one.region = other.region AS near"
    )
    assert ends
    assert all(row["near"] and row["one"] != row["other"] for row in ends)


@pytest.mark.parametrize("order", list(permutations(range(4)))[1::5])
def test_the_order_of_reading_changes_nothing(order: Sequence[int], store: GraphStore) -> None:
    lists = lists_of(HERE)
    expected = edges(analysed(store, *([one] for one in lists)))
    empty(store)
    assert expected
    assert edges(analysed(store, *([lists[number]] for number in order))) == expected


def test_the_name_of_the_place_changes_no_score(store: GraphStore) -> None:
    expected = scores(analysed(store, lists_of(HERE)), HERE)
    empty(store)
    assert expected
    assert scores(analysed(store, lists_of(THERE)), THERE) == expected


def test_lists_of_another_region_change_nothing(store: GraphStore) -> None:
    expected = edges(analysed(store, lists_of(HERE)))
    assert expected
    assert edges(analysed(store, lists_of(THERE)[1:])) == expected


def test_comparing_twice_changes_nothing(store: GraphStore) -> None:
    expected = edges(analysed(store, lists_of(HERE)))
    assert expected
    analyse_overlaps(store)
    assert edges(store) == expected


def test_a_change_reaches_its_region_and_no_other(store: GraphStore) -> None:
    analysed(store, lists_of(HERE), lists_of(THERE))
    there = edges(store, THERE)
    store.write(lambda tx: tx.run("MATCH ()-[s:SIMILAR_TO]->() SET s.object_en = 'as it was'"))
    changed = [{"department": f"{HERE}民政局", "duties": [{"text": "检查公墓安全。"}]}]
    load(store, changed, "民政局.txt")
    analyse_overlaps(store, [department(store, f"{HERE}民政局")])
    here = edges(store)
    assert {row["s"]["object_en"] for row in edges(store, THERE)} == {"as it was"}
    assert "as it was" not in {row["s"]["object_en"] for row in here}
    analyse_overlaps(store)
    assert (edges(store), edges(store, THERE)) == (here, there)


def test_nobody_touched_and_nobody_known_change_nothing(store: GraphStore) -> None:
    expected = edges(analysed(store, lists_of(HERE)))
    assert expected
    for touched in ([], ["no such department"]):
        analyse_overlaps(store, touched)
        assert edges(store) == expected


def test_scores_are_the_sums_of_the_parts_that_stand_beside_them(store: GraphStore) -> None:
    rows = edges(analysed(store, lists_of(HERE)))
    assert rows
    for row in rows:
        score = row["s"]["score"]
        assert score == pytest.approx(sum(row["s"].get(part) or 0 for part in PARTS), abs=1e-3)
        assert 0 <= score <= 1


@pytest.mark.parametrize(
    ("one", "other", "marked"),
    [
        (
            "组织扑救森林火灾，发布火险预警。",
            "组织扑救森林火灾，发布火险预警。",
            "组织扑救森林火灾，发布火险预警",
        ),
        ("组织扑救森林火灾，发布火险预警。", "组织扑救森林火灾，发布火险通告。", "组织扑救森林火灾"),
        (
            "巡护林区，组织扑救森林火灾。",
            "巡护林区，组织扑救森林火灾；补种树木。",
            "巡护林区，组织扑救森林火灾",
        ),
        ("管护林区，组织扑救森林火灾。", "巡护林区，组织扑救森林火灾。", "组织扑救森林火灾"),
    ],
)
def test_what_both_go_on_to_print_is_marked(store: GraphStore, one: str, other: str, marked: str) -> None:
    lists = [
        {"department": f"{HERE}应急管理局", "duties": [{"text": one}]},
        {"department": f"{HERE}林业局", "duties": [{"text": other}]},
    ]
    load(store, lists)
    analyse_overlaps(store)
    [edge] = edges(store)
    texts = {
        row["id"]: row["text"] for row in store.read("MATCH (d:Duty) RETURN d.id AS id, d.text AS text", {})
    }
    for end, side in (("a", "left"), ("b", "right")):
        span = slice(edge["s"][f"{side}_start"], edge["s"][f"{side}_end"])
        assert texts[edge[end]][span] == marked
