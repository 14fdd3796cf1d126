"""Cypher of a client over HTTP: off by default, within its limits, told what is wrong."""

import csv
import io
import time
from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.security.tokens import TokenFile
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from tests.api.conftest import HERE

BODIES = "MATCH (d:Department) RETURN d.name AS name, d.id AS id ORDER BY name"
JSON = {"content-type": "application/json"}
_ENDED_SECONDS = 10.0
"""So long the engine may take to notice, on a busy machine, that a statement is to end; by itself it runs for minutes."""
ENDLESS = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS sum"


@pytest.fixture
def typing(sample: GraphStore) -> Iterator[TestClient]:
    """A program that talks to a service that takes Cypher."""
    settings = ServiceSettings(cypher=True, max_rows=20)
    with TestClient(create_app(nullcontext(sample), settings), base_url=HERE) as client:
        yield client


def _ask(client: TestClient, query: str, **more: Any) -> Any:
    return client.post("/cypher", json={"query": query, **more})


def test_it_is_off_by_default(client: TestClient) -> None:
    answer = _ask(client, BODIES)
    assert (answer.status_code, answer.json()["code"]) == (403, "cypher_off")
    assert "DUTYGRAPH_CYPHER" in answer.json()["en"]


def test_a_statement_that_reads_is_answered(typing: TestClient, sample: GraphStore) -> None:
    answer = _ask(typing, BODIES, limit=3).json()
    assert answer["rows"] == sample.read(BODIES)[:3]
    assert (answer["columns"], answer["limit"], answer["more"]) == (["name", "id"], 3, True)
    assert answer["data_version"] == typing.get("/departments").json()["data_version"]
    found = _ask(
        typing, "MATCH (d:Department {name: $name}) RETURN d", parameters={"name": "云溪市澜江区民政局"}
    ).json()
    assert found["rows"][0]["d"]["properties"]["name"] == "云溪市澜江区民政局"


def test_an_answer_without_rows_has_its_columns(typing: TestClient) -> None:
    query = "MATCH (d:Department {name: 'x'}) RETURN d.name AS name, d.id"
    assert _ask(typing, query).json()["columns"] == ["name", "d.id"]
    table = typing.post("/cypher", params={"format": "csv"}, json={"query": query})
    assert table.content.decode("utf-8-sig").splitlines() == ["name,d.id"]


@pytest.mark.parametrize("shape", ["csv", "xlsx"])
def test_it_comes_as_a_table(typing: TestClient, shape: str) -> None:
    query = "MATCH (d:Department) RETURN d.name AS name, d"
    answer = typing.post("/cypher", params={"format": shape}, json={"query": query})
    assert answer.status_code == 200
    assert f"cypher.{shape}" in answer.headers["content-disposition"]
    if shape == "csv":
        lines = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
        assert all('"labels"' in line["d"] for line in lines)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"query": "MATCH (n) DETACH DELETE n"}, "refused_statement"),
        ({"query": "RETURN"}, "refused_statement"),
        ({"query": "RETURN $nothing AS x"}, "refused_statement"),
        ({"query": ""}, "bad_parameter"),
        ({"query": BODIES, "limit": 21}, "bad_parameter"),
        ({"query": BODIES, "limit": 0}, "bad_parameter"),
        ({"query": BODIES, "more": 1}, "bad_parameter"),
        ({"query": "RETURN $x AS x", "parameters": {"x": 2**63}}, "bad_parameter"),
        ({"query": "RETURN $x AS x", "parameters": {"x": [{"y": -(2**70)}]}}, "bad_parameter"),
        ({"query": "RETURN $x AS x", "parameters": [1]}, "bad_parameter"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(typing: TestClient, body: dict[str, Any], code: str) -> None:
    answer = typing.post("/cypher", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, code), answer.text


@pytest.mark.parametrize(
    "text",
    [
        '{"query": "RETURN $x AS x", "parameters": {"x": "\\ud800"}}',
        '{"query": "RETURN \'\\ud800\'"}',
        "[" * 5000,
        "{",
        "",
    ],
)
def test_what_is_no_text_or_no_json_is_refused(typing: TestClient, text: str) -> None:
    answer = typing.post("/cypher", content=text, headers=JSON)
    assert answer.status_code in (400, 422), answer.text


def test_numbers_that_json_lacks_are_empty(typing: TestClient) -> None:
    text = '{"query": "RETURN $x AS x", "parameters": {"x": NaN}}'
    assert typing.post("/cypher", content=text, headers=JSON).json()["rows"] == [{"x": None}]


def test_what_takes_too_long_is_ended(sample: GraphStore) -> None:
    app = create_app(nullcontext(sample), ServiceSettings(cypher=True, timeout=2))
    with TestClient(app, base_url=HERE) as client:
        answer = _ask(client, ENDLESS)
        assert (answer.status_code, answer.json()["code"]) == (503, "deadline")
    end = time.monotonic() + _ENDED_SECONDS
    while any("range(1, 100000)" in row["currentQuery"] for row in sample.read("SHOW TRANSACTIONS")):
        assert time.monotonic() < end
        time.sleep(0.1)


def test_another_site_cannot_ask(typing: TestClient) -> None:
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert typing.post("/cypher", json={"query": BODIES}, headers=headers).status_code == 403
    assert typing.post("/cypher", json={"query": BODIES}, headers={"origin": HERE}).status_code == 200


def test_open_to_others_it_needs_a_token(folder_store: GraphStore) -> None:
    _, secret = TokenFile.of(folder_store).create("reader", "reader", None)
    settings = ServiceSettings(cypher=True, allowed_hosts=("graph.lan",))
    with TestClient(create_app(nullcontext(folder_store), settings), base_url="http://graph.lan") as client:
        assert _ask(client, BODIES).status_code == 401
        answer = client.post("/cypher", json={"query": BODIES}, headers={"authorization": f"Bearer {secret}"})
        assert answer.status_code == 200
