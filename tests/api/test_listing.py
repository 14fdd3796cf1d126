"""Every list is read in pages, comes in three forms, and refuses what it does not know."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.named_queries import catalogue, run_query
from dutygraph.visualize.tables import xlsx_of
from tests.api.conftest import HERE
from tests.hostile import FORMULA

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NEEDED = {
    "id": "none",
    "q": "管理",
    "department": "区民政局",
    "text": "管理",
    "a": "民政局",
    "b": "财政局",
    "basis": "法",
    "matter": "管理",
}
OTHERS = ("/healthz", "/readyz")
"""Addresses of routes that take what they do not know."""


def lists(client: TestClient) -> dict[str, dict[str, Any]]:
    """The addresses of all lists, with what each of them needs to be asked."""
    described = client.get("/openapi.json").json()["paths"]
    routes = {path: route["get"] for path, route in described.items() if "get" in route and "{" not in path}
    return {
        path: {p["name"]: NEEDED[p["name"]] for p in route["parameters"] if p["required"]}
        for path, route in routes.items()
        if {"limit", "offset", "format"} <= {parameter["name"] for parameter in route.get("parameters", [])}
    }


def rows_of(answer: Any) -> list[Any]:
    """The rows of a list; findings and topics are named after what they are."""
    body = answer.json()
    rows: list[Any] = next(body[name] for name in ("rows", "findings", "topics") if name in body)
    return rows


def test_there_are_lists(client: TestClient) -> None:
    assert {"/departments", "/search", "/queries/duties", "/findings", "/topics"} <= set(lists(client))


def test_a_page_leads_to_the_next_and_back(client: TestClient) -> None:
    for address, needed in lists(client).items():
        whole = rows_of(client.get(address, params=needed))
        first = client.get(address, params={**needed, "limit": 1})
        assert rows_of(first) == whole[:1], address
        assert first.json()["more"] == (len(whole) > 1), address
        assert ("next" in first.links) == (len(whole) > 1), address
        if len(whole) > 1:
            second = client.get(first.links["next"]["url"])
            assert rows_of(second) == whole[1:2], address
            back = client.get(second.links["prev"]["url"])
            assert back.json() == first.json(), address


def test_a_list_that_is_whole_says_so(client: TestClient) -> None:
    answer = client.get("/departments")
    assert answer.json()["more"] is False
    assert "link" not in answer.headers


@pytest.mark.parametrize("ask", ["format", "accept"])
def test_a_list_comes_as_a_table(ask: str, client: TestClient) -> None:
    for address, asked in lists(client).items():
        needed = asked | ({"limit": "20"} if address in ("/findings", "/topics") else {})
        data = rows_of(client.get(address, params=needed))
        tables = {}
        for shape, media_type in {"csv": CSV, "xlsx": XLSX}.items():
            by_format = ask == "format"
            tables[shape] = client.get(
                address,
                params={**needed, "format": shape} if by_format else needed,
                headers={} if by_format else {"accept": f"{media_type}, text/html;q=0.5"},
            )
            assert tables[shape].headers["content-type"].startswith(media_type), address
            assert f".{shape}" in tables[shape].headers["content-disposition"]
        assert tables["csv"].content.startswith(b"\xef\xbb\xbf")
        lines = list(csv.reader(io.StringIO(tables["csv"].content.decode("utf-8-sig"))))
        sheet = load_workbook(io.BytesIO(tables["xlsx"].content)).active
        assert sheet is not None
        assert len(lines) - 1 == sheet.max_row - 1 == len(data), address
        assert lines[0] == [cell.value for cell in sheet[1]]


@pytest.fixture
def described(sample: GraphStore) -> Iterator[tuple[TestClient, dict[str, Any]]]:
    """A service that gives few rows at once and takes Cypher, and its description."""
    app = create_app(nullcontext(sample), ServiceSettings(max_rows=70, cypher=True))
    with TestClient(app, base_url=HERE) as client:
        yield client, client.get("/openapi.json").json()


def _limits(operation: dict[str, Any]) -> list[dict[str, Any]]:
    schemas = [one["schema"] for one in operation.get("parameters", []) if one["name"] == "limit"]
    return [one for schema in schemas for one in schema.get("anyOf", [schema]) if one["type"] == "integer"]


def test_the_most_rows_that_are_described_are_the_most_that_are_given(
    described: tuple[TestClient, dict[str, Any]],
) -> None:
    client, description = described
    asked = 0
    for path, operations in description["paths"].items():
        for limit in _limits(operations.get("get", {})):
            address = re.sub(r"[{}]", "", path)
            needed = {
                one["name"]: NEEDED[one["name"]]
                for one in operations["get"]["parameters"]
                if one["required"] and one["in"] == "query"
            }
            for more in (limit["maximum"] + 1, 1_001, 20_000):
                refused = client.get(address, params={**needed, "limit": more})
                assert refused.status_code == 422, address
                assert f"1 与 {limit['maximum']} 之间" in refused.json()["zh"], address
            assert client.get(address, params={**needed, "limit": limit["maximum"]}).status_code in (
                200,
                404,
            ), address
            assert limit.get("default", 0) <= limit["maximum"] == 70, address
            asked += 1
    assert asked > 40


def test_rows_of_a_typed_statement_are_described_as_they_are_given(
    described: tuple[TestClient, dict[str, Any]],
) -> None:
    client, description = described
    limit, _ = description["components"]["schemas"]["TypedStatement"]["properties"]["limit"]["anyOf"]
    assert limit["maximum"] == 70
    for more, status in ((70, 200), (71, 422), (20_000, 422)):
        answer = client.post("/cypher", json={"query": "RETURN 1 AS one", "limit": more})
        assert answer.status_code == status
        assert status == 200 or "1 与 70 之间" in answer.json()["zh"]


def test_every_list_of_its_own_is_read_in_pages(described: tuple[TestClient, dict[str, Any]]) -> None:
    client, description = described
    arrays = []
    for path, operations in description["paths"].items():
        content = operations.get("get", {}).get("responses", {}).get("200", {}).get("content", {})
        if "items" in content.get("application/json", {}).get("schema", {}):
            assert _limits(operations["get"]), path
            arrays.append(path)
    assert {"/rules", "/queries", "/jobs"} == set(arrays)
    first = client.get("/rules", params={"limit": 1})
    second = client.get(first.links["next"]["url"])
    assert [*first.json(), *second.json()] == client.get("/rules").json()[:2]
    assert client.get(second.links["prev"]["url"]).json() == first.json()
    assert "next" not in client.get("/queries").links
    assert client.get("/verdicts/report", params={"limit": 1}).json() == {"contradictions": []}


def test_headings_come_in_both_languages(client: TestClient) -> None:
    zh, en = (
        client.get("/departments", params={"format": "csv", "lang": lang}).text for lang in ("zh", "en")
    )
    assert zh.lstrip("\ufeff").startswith("部门,")
    assert en.lstrip("\ufeff").startswith("department,")


def test_no_cell_of_a_workbook_becomes_a_formula() -> None:
    texts = [FORMULA, "=1+1", "+1", "@x", "-1", "\tx", "a\x00\ufffe\udcffb"]
    sheet = load_workbook(io.BytesIO(xlsx_of((["=1"], ([text] for text in texts)), "zh"))).active
    assert sheet is not None
    cells = [row[0] for row in sheet.iter_rows()]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells][:3] == ["=1", FORMULA, "=1+1"]


def test_a_parameter_that_is_unknown_is_refused_with_the_nearest(client: TestClient) -> None:
    described = client.get("/openapi.json").json()["paths"]
    for path, route in described.items():
        if "get" not in route or path.startswith(OTHERS):
            continue
        address = path.replace("{", "").replace("}", "")
        response = client.get(address, params={"departmnet": "x"})
        assert response.status_code == 422, address
        assert {"query.departmnet"} <= {problem["where"] for problem in response.json()["problems"]}, address
    (problem,) = client.get("/search?q=x&departmnet=民政局").json()["problems"]
    assert problem["zh"] == "没有这个参数，相近的有：department"
    assert problem["en"] == "there is no such parameter; nearest: department"
    (problem,) = client.get("/search?q=x&zzz=1").json()["problems"]
    assert (problem["zh"], problem["en"]) == ("没有这个参数", "there is no such parameter")


def test_a_client_is_spared_what_it_has(client: TestClient) -> None:
    first = client.get("/departments")
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"
    for held in (tag, tag.removeprefix("W/"), f'"other", {tag}'):
        again = client.get("/departments", headers={"if-none-match": held})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get("/departments", headers={"if-none-match": '"other"'}).status_code == 200
    assert client.get("/departments?limit=1").headers["etag"] != tag
    assert client.get("/departments", headers={"accept": CSV}).headers["etag"] != tag


def test_other_settings_make_another_answer(sample: GraphStore) -> None:
    answers: list[Any] = []
    for settings in (ServiceSettings(), ServiceSettings(page_size=3)):
        held = {"if-none-match": answers[0].headers["etag"]} if answers else {}
        with TestClient(create_app(nullcontext(sample), settings), base_url=HERE) as client:
            answers.append(client.get("/findings", headers=held))
    assert [len(answer.json()["findings"]) for answer in answers] == [50, 3]


def test_a_long_answer_is_compressed(client: TestClient) -> None:
    answer = client.get("/search?q=的")
    assert answer.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["vary"]
    plain = client.get("/search?q=的", headers={"accept-encoding": "identity"})
    assert plain.json() == answer.json()


def test_no_link_leads_elsewhere(client: TestClient) -> None:
    page = client.get("//evil.example/departments", headers={"accept": "text/html"})
    assert '"//evil' not in page.text
    assert '"/evil' not in page.text


def test_every_query_that_gives_rows_in_pages_says_when_it_is_cut(sample: Any) -> None:
    for name, query in catalogue().items():
        needed = {n: NEEDED[n] for n, parameter in query.parameters.items() if parameter.required}
        if "limit" in query.parameters:
            answer = run_query(sample, name, {**needed, "limit": 1})
            assert answer.more == bool(run_query(sample, name, {**needed, "offset": 1}).rows), name
