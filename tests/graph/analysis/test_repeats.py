"""Repetitions as edges: the same again and again, replaced when a list changes, whichever level it is of."""

from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.graph.analysis.repeats import analyse_repeats
from dutygraph.graph.analysis.repeats.matches import same_work
from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.store.graph_store import GraphStore
from tests.queries.short import document

CITY, DISTRICT, ELSEWHERE = "云溪市民政局", "云溪市澜江区民政局", "云溪市青峦区民政局"
ONCE = ["核发公墓建设许可证。"]
TWICE = ["核发公墓建设许可证。", "负责公墓建设许可证核发"]
WORDS = [
    "负责",
    "养老机构",
    "备案",
    "年检",
    "区政府",
    "市政府",
    "拟订",
    "编制",
    "发放",
    "补贴",
    "非",
    "60岁",
    "、",
    "的",
]


def read(store: GraphStore, department: str, duties: Collection[str]) -> set[str]:
    """Read the list of one department; returns its id."""
    short = {"department": department, "duties": [{"text": text} for text in duties]}
    ingest_document(store, document([short], f"{department}.txt"))
    rows = store.read("MATCH (d:Department {name: $name}) RETURN d.id AS id", {"name": department})
    return {row["id"] for row in rows}


def repetitions(store: GraphStore) -> list[tuple[str, str]]:
    """The bodies of which one repeats what the other, or itself, says."""
    rows = store.read(
        "MATCH (one:Department)-[:HAS_DUTY]->(:Duty)-[r:REPEATS]->(first:Duty)"
        " MATCH (first)<-[:HAS_DUTY]-(other:Department)"
        " RETURN one.name AS one, other.name AS other ORDER BY one, other"
    )
    return [(row["one"], row["other"]) for row in rows]


def test_again_and_again_the_same(store: GraphStore) -> None:
    read(store, CITY, ONCE)
    read(store, DISTRICT, TWICE)
    for _ in range(2):
        analyse_repeats(store)
        assert repetitions(store) == [(DISTRICT, CITY), (DISTRICT, CITY), (DISTRICT, DISTRICT)]


@pytest.mark.parametrize("changed", [CITY, DISTRICT, ELSEWHERE])
def test_a_change_reaches_its_region_and_what_lies_in_it(changed: str, store: GraphStore) -> None:
    for department in (CITY, DISTRICT, ELSEWHERE):
        read(store, department, ONCE)
    analyse_repeats(store)
    analyse_repeats(store, read(store, changed, TWICE))
    found = repetitions(store)
    analyse_repeats(store)
    assert found == repetitions(store)
    assert (changed, changed) in found
    analyse_repeats(store, read(store, changed, ["维护烈士纪念设施。"]))
    left = [(one, CITY) for one in (DISTRICT, ELSEWHERE) if changed not in (one, CITY)]
    assert repetitions(store) == left


def test_what_nobody_touched_stays(store: GraphStore) -> None:
    read(store, DISTRICT, TWICE)
    analyse_repeats(store)
    analyse_repeats(store, [])
    assert repetitions(store) == [(DISTRICT, DISTRICT)]


@given(st.lists(st.sampled_from(WORDS), max_size=8), st.lists(st.sampled_from(WORDS), max_size=8))
def test_the_same_work_either_way_round(one: list[str], other: list[str]) -> None:
    first, second = "".join(one), "".join(other)
    assert same_work(first, first)
    assert same_work(first, second) == same_work(second, first)


def test_another_thing_in_nearly_the_same_words_is_no_repetition(store: GraphStore) -> None:
    read(
        store,
        DISTRICT,
        ["拟订社会组织管理办法。", "拟订社会工作管理办法。", "拟订社会组织管理办法和年检标准"],
    )
    analyse_repeats(store)
    assert repetitions(store) == []
