"""The data routes over the sample district."""

import csv
import io
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.named_queries import catalogue, run_query
from dutygraph.queries.findings.read.filters import FindingFilters
from dutygraph.queries.findings.read.findings import stored_findings
from dutygraph.queries.findings.rules.headers import rules
from tests.queries.found import find

CIVIL = "云溪市澜江区民政局"


def _get(client: TestClient, address: str, **parameters: Any) -> Any:
    response = client.get(address, params=parameters)
    assert response.status_code == 200, response.text
    return response.json()


def test_health_and_readiness(client: TestClient) -> None:
    assert _get(client, "/healthz") == {"status": "alive"}
    ready = _get(client, "/readyz")
    assert ready["status"] == "ready"
    assert ready["engine"]
    assert ready["data_version"] == _get(client, "/departments")["data_version"]


def test_all_queries_are_listed(client: TestClient) -> None:
    listed = {query["name"]: query for query in _get(client, "/queries")}
    assert set(listed) == set(catalogue())
    assert "cypher" not in listed["duties"]
    assert listed["duties"]["parameters"]["department"]["required"]


def test_openapi_types_the_parameters_and_describes_the_columns(client: TestClient) -> None:
    described = _get(client, "/openapi.json")
    route = described["paths"]["/queries/duties"]["get"]
    parameters = {parameter["name"]: parameter for parameter in route["parameters"]}
    assert parameters["department"]["required"]
    assert parameters["limit"]["schema"] == {
        "type": "integer", "default": 1000, "minimum": 1, "maximum": 1000,
        "title": "Limit", "description": parameters["limit"]["description"],
    }  # fmt: skip
    row = described["components"]["schemas"]["duties_row"]["properties"]
    assert "主要职责" in row["duty"]["description"]
    assert {f"/queries/{name}" for name in catalogue()} < set(described["paths"])


def test_pages_are_no_part_of_the_description(client: TestClient) -> None:
    described = _get(client, "/openapi.json")
    assert not {"/graph", "/docs", "/graph.html"} & set(described["paths"])
    for name, path in described["paths"].items():
        if "get" in path and not name.endswith(("/events", "/{format}")):
            assert "application/json" in path["get"]["responses"]["200"]["content"]


def test_the_description_does_not_stutter(client: TestClient) -> None:
    assert re.findall(r"\b([a-z]{3,}) \1\b", client.get("/openapi.json").text) == []


def test_programs_are_told_the_way_in(client: TestClient) -> None:
    index = _get(client, "/")
    addresses = {entry["address"]: entry for entry in index["addresses"]}
    assert {"/departments", "/paths", "/laws/{law}", "/queries"} <= set(addresses)
    assert all(entry["summary"] for entry in addresses.values())
    assert client.get(index["description"]).json()["info"]["version"] == index["version"]


def test_a_query_answers_as_it_does_without_http(client: TestClient, sample: Any) -> None:
    answer = _get(client, "/queries/duties", department="区民政局", limit=3)
    assert answer == run_query(sample, "duties", {"department": CIVIL, "limit": 3}).model_dump(mode="json")
    assert len(answer["rows"]) == 3


def test_a_query_as_csv_opens_in_a_spreadsheet(client: TestClient) -> None:
    response = client.get("/queries/departments", params={"format": "csv"})
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert "departments.csv" in response.headers["content-disposition"]
    assert response.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert CIVIL in {row["部门"] for row in rows}


def test_departments_and_one_of_them(client: TestClient) -> None:
    rows = _get(client, "/departments")["rows"]
    civil = next(row for row in rows if row["department"] == CIVIL)
    assert ":" in civil["id"]
    card = _get(client, f"/departments/{civil['id']}")
    assert card["name"] == CIVIL
    assert len({duty["duty_id"] for duty in card["duties"]}) == civil["duties"]
    assert card == _get(client, "/departments/区民政局")


def test_departments_by_part_of_the_name(client: TestClient) -> None:
    assert [row["department"] for row in _get(client, "/departments", text="财政")["rows"]] == [
        "云溪市澜江区财政局"
    ]


@pytest.mark.parametrize("text", ["档案", "的"])
def test_search_finds_short_terms(client: TestClient, text: str) -> None:
    rows = _get(client, "/search", q=text)["rows"]
    assert rows
    assert all(any(text in str(value) for value in row.values()) for row in rows[:20])


def test_search_within_a_department(client: TestClient) -> None:
    assert {
        row["department"] for row in _get(client, "/search", q="服务", department="区民政局")["rows"]
    } == {CIVIL}


def test_findings_by_page_keep_their_order(client: TestClient, sample: Any) -> None:
    whole = [finding.id for finding in find(sample).findings]
    pages = [_get(client, "/findings", limit=10, offset=at) for at in (0, 10)]
    assert [finding["id"] for page in pages for finding in page["findings"]] == whole[:20]
    assert pages[0]["total"] == len(whole)
    assert {"data_version", "rules_version"} < set(pages[0])


def test_findings_by_kind_and_department(client: TestClient) -> None:
    found = _get(client, "/findings", kind=["orphan.no_task", "orphan.no_office"], department="区民政局")[
        "findings"
    ]
    assert {finding["kind"] for finding in found} == {"orphan.no_task", "orphan.no_office"}
    assert all(CIVIL in finding["departments"] for finding in found)
    assert {finding["class"] for finding in found} == {"orphan"}


def test_one_finding(client: TestClient) -> None:
    first = _get(client, "/findings")["findings"][0]
    for id_ in (first["id"], first["id"][:16]):
        card = _get(client, f"/findings/{id_}")
        assert card["findings"] == [first]
        assert (card["found"], card["history"], card["stale"]) == (True, [], False)


@pytest.mark.parametrize(
    "choice",
    [
        {"severity": "medium"},
        {"status": "open"},
        {"status": "confirmed"},
        {"min_score": 0.75},
        {"kind": "gap.contact"},
    ],
)
def test_findings_are_chosen_as_on_the_command_line(
    choice: dict[str, Any], client: TestClient, sample: GraphStore
) -> None:
    selection = FindingFilters.of(choice).selection
    wanted = stored_findings(sample, selection).model_dump(mode="json")["findings"]
    found = _get(client, "/findings", **choice, limit=500)
    assert found["findings"] == wanted
    assert found["total"] == len(wanted)


def test_what_is_left_empty_does_not_choose(client: TestClient) -> None:
    empty = dict.fromkeys(("kind", "department", "severity", "status", "min_score"), "")
    assert _get(client, "/findings", **empty) == _get(client, "/findings")
    chosen = _get(client, "/findings", **{**empty, "kind": ["", "gap.contact"]})
    assert chosen == _get(client, "/findings", kind="gap.contact")


def test_findings_as_csv_come_whole(client: TestClient) -> None:
    response = client.get("/findings", params={"format": "csv", "severity": "high"})
    assert "findings.csv" in response.headers["content-disposition"]
    assert response.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert len(rows) == _get(client, "/findings", severity="high")["total"]
    assert {row["程度"] for row in rows} == {"重要"}


def test_rules_are_shown_as_they_are_set(client: TestClient) -> None:
    cards = {card["kind"]: card for card in _get(client, "/rules")}
    assert set(cards) == set(rules())
    assert all(card["on"] and "cypher" not in card for card in cards.values())
    assert _get(client, "/rules/boundary.one_sided") == cards["boundary.one_sided"]
    for threshold in cards["boundary.one_sided"]["settings"].values():
        assert threshold["value"] == threshold["default"]


def test_verdicts_to_be_looked_at_again(client: TestClient) -> None:
    assert _get(client, "/verdicts/report") == {"contradictions": []}


def test_every_write_is_known_and_refused_without_a_token(client: TestClient) -> None:
    described = _get(client, "/openapi.json")["paths"]
    writes = {(method, path) for path, route in described.items() for method in route if method != "get"}
    writes.discard(("post", "/cypher"))  # a question
    assert {path for _, path in writes} == {
        "/documents", "/documents/{document}", "/lists/{list_id}", "/recompute", "/jobs/{job}", "/rules/{kind}",
        "/findings/{finding}/verdict", "/topics/{topic}/verdict", "/letters",
    }  # fmt: skip
    for method, path in writes:
        assert client.request(method, path).status_code == 401, path


def test_a_statement_in_its_place(client: TestClient) -> None:
    duty = _get(client, "/queries/duties", department="区民政局")["rows"][1]
    found = _get(client, f"/statements/{duty['task_id']}")
    assert found["statement"]["text"] == duty["task"]
    assert found["statement"]["locator"] == duty["locator"]
    assert [row["here"] for row in found["around"]].count(True) == 1
    assert len(found["around"]) > 4


def test_schema_is_the_ontology(client: TestClient) -> None:
    schema = _get(client, "/schema")
    assert schema["nodes"]["Duty"]["zh"] == "主要职责"
    assert schema["edges"]["HAS_TASK"]["from"] == ["Duty"]
