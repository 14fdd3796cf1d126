"""Comparing shared matters: again and again with the same outcome, a region at a time, and nothing across regions."""

from collections.abc import Mapping
from typing import Any

import pytest

from dutygraph.graph.analysis.boundaries import analyse_boundaries
from dutygraph.graph.analysis.coverage import analyse_coverage
from dutygraph.graph.analysis.language.wording import CONCEPT, clause_wordings, wording_of
from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.store.graph_store import GraphStore
from tests.queries.short import document, load

CIVIL: dict[str, Any] = {
    "department": "云溪市澜江区民政局",
    "duties": [
        {
            "text": "审批经营性公墓，指导福利彩票销售网点。",
            "tasks": [{"text": "审核公墓建设方案。", "office": "殡葬股"}],
        }
    ],
    "boundaries": [
        {
            "matter": "公墓管理",
            "parties": [
                {"department": "区民政局", "division": "审批经营性公墓。"},
                {"department": "区林业局", "division": "审核公墓占用林地。"},
            ],
        }
    ],
    "supervision": [{"title": "养老机构监管"}],
}
FORESTRY: dict[str, Any] = {
    "department": "云溪市澜江区林业局",
    "duties": [{"text": "审核建设项目占用林地。"}, {"text": "审批经营性公墓。"}],
    "boundaries": [
        {"matter": "公墓管理", "parties": [{"department": "区公安局", "division": "林业部门负责维护秩序。"}]}
    ],
}
EDGES = """
MATCH (a)-[e:ANSWERED_BY|NAMES|ALIKE|SAME_PARTY|CLAIMED_BY]->(b)
RETURN a.id AS a, type(e) AS type, properties(e) AS properties, b.id AS b ORDER BY type, a, b
"""


def _edges(store: GraphStore) -> list[dict[str, Any]]:
    return store.read(EDGES)


def test_comparing_twice_is_the_same_as_once(store: GraphStore) -> None:
    load(store, [CIVIL, FORESTRY])
    analyse_boundaries(store)
    once = _edges(store)
    analyse_boundaries(store)
    assert once == _edges(store)
    assert {edge["type"] for edge in once} >= {"ANSWERED_BY", "ALIKE"}


@pytest.mark.parametrize("touched", ["林业局", "民政局"])
def test_a_list_read_again_is_compared_as_if_all_were(store: GraphStore, touched: str) -> None:
    load(store, [CIVIL, FORESTRY])
    analyse_boundaries(store)
    changed: Mapping[str, Any] = {**FORESTRY, "duties": [{"text": "巡护林区。"}], "boundaries": []}
    load(store, [CIVIL, changed])
    ids = [
        row["id"]
        for row in store.read(
            "MATCH (d:Department) WHERE d.name CONTAINS $name RETURN d.id AS id", {"name": touched}
        )
    ]
    analyse_boundaries(store, ids)
    partly = _edges(store)
    analyse_boundaries(store)
    assert partly == _edges(store)


def test_regions_that_no_change_reaches_are_left_alone(store: GraphStore) -> None:
    load(store, [CIVIL])
    analyse_boundaries(store, ["nobody"])
    assert _edges(store) == []


def test_lists_of_two_districts_are_not_compared(store: GraphStore) -> None:
    elsewhere = {**FORESTRY, "department": "云溪市岚山区林业局"}
    load(store, [CIVIL, elsewhere])
    analyse_boundaries(store)
    assert {edge["type"] for edge in _edges(store)} <= {"ANSWERED_BY", "NAMES"}


def test_lists_that_name_no_region_may_come_from_two(store: GraphStore) -> None:
    for short in ({**CIVIL, "department": "民政局"}, {**FORESTRY, "department": "林业局"}):
        ingest_document(store, document([short], f"{short['department']}.txt"))
    analyse_boundaries(store)
    assert {edge["type"] for edge in _edges(store)} == {"ANSWERED_BY"}


def test_lists_of_one_document_that_names_no_region_are_compared(store: GraphStore) -> None:
    load(store, [{**CIVIL, "department": "民政局"}, {**FORESTRY, "department": "林业局"}])
    analyse_boundaries(store)
    assert {edge["type"] for edge in _edges(store)} >= {"ANSWERED_BY", "ALIKE"}


def test_coverage_is_told_anew(store: GraphStore) -> None:
    load(store, [CIVIL])
    analyse_coverage(store)
    asked = "MATCH (d:Duty) RETURN d.uncovered AS uncovered, d.unsupervised AS unsupervised"
    assert store.read(asked) == [{"uncovered": ["指导福利彩票销售网点"], "unsupervised": ["审批经营性公墓"]}]
    analyse_coverage(store, ["nobody"])
    assert store.read(asked) == [{"uncovered": ["指导福利彩票销售网点"], "unsupervised": ["审批经营性公墓"]}]


def test_what_a_text_is_about_has_no_formulas() -> None:
    text = "负责全区公墓的监督管理，贯彻执行国家有关方针政策，承办区政府交办的其他事项。"
    assert [one.text for one in clause_wordings(text)] == ["负责全区公墓的监督管理"]
    assert "公墓" in wording_of(text).bigrams
    assert not wording_of("依法实施监督管理工作").size


def test_a_concept_counts_apart_from_the_bigram_of_its_name() -> None:
    education = wording_of("教育")
    assert education.bigrams == education.concepts == frozenset({"教育"})
    assert education.size == 1 + CONCEPT
    assert education.shared(wording_of("学校")) == CONCEPT * len(
        education.concepts & wording_of("学校").concepts
    )
    assert education.without(education).size == 0
