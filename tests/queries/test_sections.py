"""Every section of a list, from print to answers: read, built, counted, searched, quoted, drawn."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dutygraph.graph.health import examine
from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.model import Subgraph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.parse import parse_bytes
from dutygraph.queries.catalogue.lookup import department_id
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.catalogue.pictures import part_of_graph
from dutygraph.queries.findings.rules.run import evidence_of

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("sections.yaml").read_text(encoding="utf-8")
)


def test_every_section_has_a_case() -> None:
    assert {case["section"] for case in CASES} == set(section_kinds())


@pytest.mark.parametrize("case", CASES, ids=[case["section"] for case in CASES])
def test_section_is_read_and_answered(case: dict[str, Any], store: GraphStore) -> None:
    document = parse_bytes(case["text"].encode(), "清单.txt")
    told = ["no_section"] if case["section"] == "rules" else []
    assert [warning.code for warning in document.lists[0].warnings] == told
    ingest_document(store, document)
    assert examine(store) == []

    rows = run_query(store, "search", {"text": case["search"]}).rows
    hits = [row for row in rows if row["kind"]["name"] == case["label"]]
    assert len(hits) == 1
    around = run_query(store, "context", {"id": hits[0]["id"]}).rows
    assert [row["kind"]["name"] for row in around if row["here"]] == [case["label"]]
    assert evidence_of(store, [hits[0]["id"]])[hits[0]["id"]]["text"] == case["source"]
    assert hits[0]["id"] in drawn(store)


def drawn(store: GraphStore) -> set[str]:
    """The ids of the nodes in the picture of the department."""
    part: Subgraph = part_of_graph(store, "department", {"department": department_id(store, "档案局")})
    return {node.id for node in part.nodes}
