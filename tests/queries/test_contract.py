"""Every named query and every rule gives the same answer, in the same order, on both engines."""

from collections.abc import Iterator
from typing import Any

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.catalogue.named_queries import catalogue, parameters_of, run_query
from dutygraph.queries.findings.models import Findings
from dutygraph.queries.findings.read.findings import stored_findings
from tests.queries.conftest import load_sample
from tests.queries.found import find

A_DUTY, A_MATTER, A_LAW, A_DOCUMENT = "<a duty>", "<a matter>", "<a law>", "<a document>"
"""Stand for ids: of the first duty of 统计局, a matter that two lists declare, a law, and a document."""

ARGUMENTS: dict[str, list[dict[str, Any]]] = {
    "alike_lists": [{"department": "民政局"}],
    "bases": [{"id": "<a cited duty>"}],
    "context": [{"id": A_DUTY}],
    "department": [{"department": "民政局"}, {"department": "公安澜江分局"}],
    "department_matters": [{"department": "财政局"}],
    "department_parties": [{"department": "财政局"}],
    "departments": [{}, {"text": "水利"}],
    "document_statements": [{"id": A_DOCUMENT}],
    "documents": [{}, {"limit": 2, "offset": 3}],
    "duties": [{"department": "卫生健康局"}, {"department": "商务局"}],
    "duty": [{"id": A_DUTY}],
    "former_bodies": [{}, {"department": "交通运输局"}],
    "hubs": [{}, {"region": "澜江"}, {"department": "民政局"}],
    "law_impact": [{"id": A_LAW}],
    "laws": [{}, {"text": "〔2021〕"}],
    "legal_basis": [{"basis": "法"}, {"basis": "〔2021〕"}],
    "listed_duties": [{}, {"department": "统计局"}, {"text": "规划"}],
    "matter": [{"matter": "管理"}],
    "matter_divisions": [{"id": A_MATTER}],
    "matters": [{}],
    "mentioned": [{}, {"text": "公安"}],
    "office_work": [{"id": "<an office>"}],
    "office_duties": [{"department": "民政局"}, {"department": "民政局", "office": "救助"}],
    "offices": [{}, {"department": "民政局"}, {"text": "办公"}],
    "orphans": [{}, {"department": "民政局"}],
    "path": [
        {"a": "统计局", "b": "商务局"},
        {"a": "行政审批局", "b": "财政局"},
        {"a": "民政局", "b": "民政局"},
        {"a": "民政局", "b": "公安澜江分局"},
        {"a": "民政局", "b": "财政局", "paths": 5, "shared": 3},
    ],
    "peers": [{}, {"text": "许可"}],
    "regions": [{}, {"text": "澜江"}],
    "regimes": [{"department": "民政局"}],
    "rules": [{"department": "行政审批局"}],
    "search": [{"text": "档案"}, {"text": "的", "limit": 10_000}, {"text": "培训", "department": "民政局"}],
    "services": [{}, {"text": "补贴"}],
    "shared_bases": [{"a": "卫生健康局", "b": "市场监督管理局"}],
    "source": [{"id": A_DUTY}, {"id": "no such id"}],
    "tasks": [{}, {"department": "统计局", "text": "统计"}],
    "target_regimes": [{"id": "<a target>"}],
    "targets": [{}, {"text": "企业"}],
}


@pytest.fixture
def both(sample: GraphStore, neo4j_settings: StoreSettings) -> Iterator[tuple[GraphStore, GraphStore]]:
    """The sample district on the embedded engine and on Neo4j."""
    with GraphStore.open(neo4j_settings) as neo4j:
        neo4j.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
        load_sample(neo4j)
        yield sample, neo4j


def _arguments(store: GraphStore, arguments: dict[str, Any]) -> dict[str, Any]:
    def first(query: str, **more: Any) -> dict[str, Any]:
        return run_query(store, query, {**more, "limit": 1}).rows[0]

    ids = {
        A_DUTY: lambda: first("duties", department="统计局")["duty_id"],
        A_MATTER: lambda: first("matters", text="学校食品安全")["id"],
        A_LAW: lambda: first("laws")["id"],
        A_DOCUMENT: lambda: first("documents")["document_id"],
        "<an office>": lambda: first("offices", department="民政局")["id"],
        "<a target>": lambda: first("targets")["id"],
        "<a cited duty>": lambda: first("law_impact", id=first("laws")["id"])["id"],
    }
    return {name: ids[value]() if value in ids else value for name, value in arguments.items()}


def test_both_engines_answer_alike(both: tuple[GraphStore, GraphStore]) -> None:
    embedded, neo4j = both
    for name, cases in ARGUMENTS.items():
        for arguments in (_arguments(embedded, case) for case in cases):
            assert run_query(embedded, name, arguments) == run_query(neo4j, name, arguments), (
                name,
                arguments,
            )
    assert find(embedded) == find(neo4j)
    assert stored_findings(embedded) == stored_findings(neo4j)
    assert _without_topics(stored_findings(neo4j)) == _without_topics(find(neo4j))


def _without_topics(found: Findings) -> Findings:
    """Findings as a rule gives them: which topic they belong to is known of stored ones only."""
    findings = [finding.model_copy(update={"topic": None}) for finding in found.findings]
    return found.model_copy(update={"findings": findings})


@pytest.mark.parametrize("name", catalogue())
def test_query_answers_with_the_columns_of_its_header(name: str, sample: GraphStore) -> None:
    assert name in ARGUMENTS, "give the arguments with which it is to be compared"
    query = catalogue()[name]
    answer = run_query(sample, name, _arguments(sample, ARGUMENTS[name][0]))
    raw = sample.read(query.cypher, parameters_of(sample, query, answer.arguments))
    if name in (
        "peers",
        "alike_lists",
    ):  # one district has no peers: test_peers and test_alike_lists ask them
        return
    assert answer.rows
    assert list(raw[0]) == list(answer.columns)
