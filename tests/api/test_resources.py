"""Duties, matters, laws, documents: one of each, with all that the lists say."""

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_file
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.findings.update.reading import read_documents
from tests.api.conftest import HERE

LISTS = [
    "departments",
    "offices",
    "duties",
    "tasks",
    "matters",
    "laws",
    "targets",
    "services",
    "regions",
    "documents",
    "metrics",
]


def _get(client: TestClient, address: str, **parameters: Any) -> Any:
    response = client.get(address, params=parameters)
    assert response.status_code == 200, response.text
    return response.json()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_that_of_its_query(name: str, client: TestClient, sample: Any) -> None:
    answer = _get(client, f"/{name}", limit=5)
    assert answer["rows"]
    assert answer == run_query(sample, answer["query"], {"limit": 5}).model_dump(mode="json")


@pytest.mark.parametrize("name", ["offices", "duties", "tasks", "services"])
def test_a_list_can_be_narrowed_to_a_department(name: str, client: TestClient) -> None:
    rows = _get(client, f"/{name}", department="区民政局")["rows"]
    assert {row["department"] for row in rows} == {"云溪市澜江区民政局"}


def test_a_duty_has_its_tasks(client: TestClient) -> None:
    listed = next(row for row in _get(client, "/duties")["rows"] if row["tasks"] > 1)
    card = _get(client, f"/duties/{listed['id']}")
    assert card["duty"]["name"] == listed["duty"]
    assert len(card["tasks"]) == listed["tasks"]
    assert all(task["office"] is None or task["locator"] for task in card["tasks"])
    assert card["bases"] == []


def test_a_duty_without_tasks_has_none(client: TestClient) -> None:
    bare = next(row for row in _get(client, "/duties", limit=1000)["rows"] if not row["tasks"])
    assert _get(client, f"/duties/{bare['id']}")["tasks"] == []


def test_a_matter_shows_side_by_side_what_lists_say_of_each_party(client: TestClient) -> None:
    (one, other) = client.get("/matters/学校食品安全").json()["choices"]
    card = _get(client, f"/matters/{one['id']}")
    assert card["matter"]["within"] == one["within"]
    by_party = {party["party"]: party["says"] for party in card["parties"]}
    both = [says for says in by_party.values() if len({row["declared_by"] for row in says}) == 2]
    assert both, "two lists declare the matter, and name some body alike"
    assert all(says[0]["own"] for says in both)
    assert {row["matter_id"] for says in by_party.values() for row in says} == {one["id"], other["id"]}


def test_what_rests_on_a_law(client: TestClient) -> None:
    law = _get(client, "/laws", limit=1)["rows"][0]
    for name in (law["id"], law["basis"], law["document_number"]):
        impact = _get(client, f"/laws/{name}", limit=1000)
        assert impact["law"]["id"] == law["id"]
        assert len(impact["rows"]) == law["citations"]
    statements = {(row["department_id"], row["id"]) for row in impact["rows"]}
    assert sum(share["count"] for share in impact["departments"]) == len(statements)
    assert len(impact["departments"]) > 1


def test_a_target_has_its_inspectors_and_those_that_name_anybody_come_last(client: TestClient) -> None:
    rows = _get(client, "/targets", limit=1000)["rows"]
    assert all(row["department"] for row in rows)
    generic = [row["generic"] for row in rows]
    assert len(rows) > 10
    assert generic == sorted(generic)


def test_a_document_says_what_was_read_and_what_the_graph_does_not_keep(client: TestClient) -> None:
    listed = _get(client, "/documents")["rows"][0]
    for name in (listed["source"], listed["sha256"], listed["document_id"]):
        card = _get(client, f"/documents/{name}")
        assert card["id"] == listed["document_id"]
        assert listed in card["lists"]
        assert {"placed", "warnings", "sections_read_in_part"} <= set(card["lists"][0])
        assert sum(count["count"] for count in card["statements"]) > 10
        assert card["not_kept"]["zh"]


def test_a_document_tells_what_reading_warned_of(store: GraphStore, tmp_path: Path) -> None:
    file = tmp_path / "清单.txt"
    heading = "云溪市澜江区档案局责任清单\n一、部门职责\n序号\t主要职责\t奇怪的栏\n"
    file.write_text(heading + "1\t监督档案工作\t甲\n", encoding="utf-8")
    document = parse_file(file)
    wanted = [warning for one in document.lists for warning in one.warnings]
    assert wanted
    read_documents(store, [document])
    with TestClient(create_app(nullcontext(store), ServiceSettings()), base_url=HERE) as client:
        card = _get(client, "/documents/清单.txt")
        assert client.get("/exports/csv").status_code == 200
    assert [(one["code"], one["message"], one["locator"]) for one in card["warnings"]] == [
        (one.code, one.message, one.locator.model_dump()) for one in wanted
    ]
    assert card["warnings_left_out"] == 0
    assert card["warnings"][0]["list"] == "云溪市澜江区档案局责任清单"


def test_what_stands_around_a_place(client: TestClient) -> None:
    excerpt = _get(client, "/documents/01-civil-education-health.txt/source", line=33, around=2)
    lines = [row["locator"]["line"] for row in excerpt["rows"]]
    assert lines == sorted(lines)
    assert len(lines) == 5
    assert lines[excerpt["here"]] <= 33 < lines[excerpt["here"] + 1]
    last = _get(client, "/documents/01-civil-education-health.txt/source", line=100_000, around=0)
    assert last["rows"][last["here"]]["locator"]["line"] > 33


@pytest.mark.parametrize(
    "address",
    ["/duties/none", "/matters/没有的事", "/laws/没有的法", "/documents/none", "/documents/x/source"],
)
def test_what_is_not_there_is_told(client: TestClient, address: str) -> None:
    response = client.get(address)
    assert (response.status_code, response.json()["code"]) == (404, "unknown_node")


def test_what_rests_on_a_law_has_one_address(client: TestClient) -> None:
    law = _get(client, "/laws", limit=1)["rows"][0]["id"]
    for accept in ("application/json", "text/html"):
        assert client.get(f"/laws/{law}/impact", headers={"accept": accept}).status_code == 404


def test_an_id_of_another_kind_is_not_taken(client: TestClient) -> None:
    duty = _get(client, "/duties", limit=1)["rows"][0]["id"]
    assert client.get(f"/matters/{duty}").status_code == 404
