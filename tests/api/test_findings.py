"""Findings and topics as lists: chosen, counted by what else could be chosen, sorted, and as tables."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.loading.write import write_subgraph
from dutygraph.graph.model import Subgraph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.models import ON_DEMAND
from dutygraph.queries.findings.review.decisions import Decision
from dutygraph.queries.findings.review.verdicts import judge
from tests.api.conftest import HERE
from tests.queries.topics import list_topics

CIVIL = "云溪市澜江区民政局"


def _get(client: TestClient, address: str, **parameters: Any) -> Any:
    response = client.get(address, params=parameters)
    assert response.status_code == 200, response.text
    return response.json()


def _counts(body: Any, facet: str) -> dict[str, int]:
    return {entry["value"]: entry["count"] for entry in body["facets"][facet]}


@pytest.mark.parametrize("noun", ["findings", "topics"])
def test_facets_say_what_another_choice_would_give(client: TestClient, noun: str) -> None:
    chosen = _get(client, f"/{noun}", severity="medium", department=CIVIL)
    assert _counts(chosen, "severity")["medium"] == chosen["total"]
    for severity, count in _counts(chosen, "severity").items():
        assert _get(client, f"/{noun}", severity=severity, department=CIVIL)["total"] == count
    for body, count in list(_counts(chosen, "department").items())[:5]:
        assert _get(client, f"/{noun}", severity="medium", department=body)["total"] == count
    for kind, count in list(_counts(chosen, "kind").items())[:5]:
        assert _get(client, f"/{noun}", severity="medium", department=CIVIL, kind=kind)["total"] == count


def test_facets_of_everything_count_everything(client: TestClient) -> None:
    whole = _get(client, "/findings", limit=500)
    assert _counts(whole, "class") == Counter(one["class"] for one in whole["findings"])
    assert _counts(whole, "kind") == Counter(one["kind"] for one in whole["findings"])
    names = {entry["name"]: entry["count"] for entry in whole["facets"]["department"]}
    assert names == Counter(name for one in whole["findings"] for name in one["departments"])


@pytest.mark.parametrize("noun", ["findings", "topics"])
def test_they_come_in_other_orders(client: TestClient, noun: str) -> None:
    ranked = _get(client, f"/{noun}", limit=500)[noun]
    by_score = _get(client, f"/{noun}", limit=500, sort="score")[noun]
    assert [one["score"] for one in by_score] == sorted((one["score"] for one in ranked), reverse=True)
    assert {one["id"] for one in by_score} == {one["id"] for one in ranked}
    assert client.get(f"/{noun}", params={"sort": "colour"}).status_code == 422


def test_what_is_listed_on_demand_can_be_left_out(client: TestClient) -> None:
    whole, without = (_get(client, "/findings", on_demand=value) for value in (True, False))
    on_demand = [_counts(whole, "class")[class_] for class_ in ON_DEMAND]
    assert all(on_demand)
    assert without["total"] == whole["total"] - sum(on_demand)
    chosen = _get(client, "/findings", **{"class": "possible", "on_demand": False})
    assert chosen["total"] == _counts(whole, "class")["possible"] > 0


def test_a_page_is_named_by_its_number_too(client: TestClient) -> None:
    by_number = client.get("/findings?page=3&limit=10")
    assert by_number.json()["findings"] == _get(client, "/findings", offset=20, limit=10)["findings"]
    assert "offset=30" in by_number.links["next"]["url"]
    assert "page=" not in by_number.links["next"]["url"]


@pytest.mark.parametrize("noun", ["findings", "topics"])
@pytest.mark.parametrize(
    ("parameters", "status", "said"),
    [
        ({"kind": "orphan.no_taks"}, 404, "orphan.no_task"),
        ({"severity": "hihg"}, 422, "high (重要)、medium (一般)、low (轻微)"),
        ({"status": "opne"}, 422, "open (未核查)、confirmed (属实)"),
        ({"department": "没有的局"}, 404, "没有的局"),
        ({"departmnet": "x"}, 422, "department"),
        ({"limit": 1001}, 422, "1000"),
    ],
)
def test_what_there_is_not_is_refused(
    client: TestClient, noun: str, parameters: dict[str, Any], status: int, said: str
) -> None:
    answer = client.get(f"/{noun}", params=parameters)
    assert answer.status_code == status
    assert said in answer.text


@pytest.fixture
def judged(store: GraphStore, sample_graph: Subgraph) -> Iterator[TestClient]:
    """The service over the sample with a verdict on its first topic, on each engine."""
    store.write(lambda tx: write_subgraph(tx, sample_graph))
    said = Decision(
        value="confirmed",
        by="张三",
        note="=1+1",
        option="merge",
        responsible="区民政局",
        due=date(2026, 3, 31),
    )
    judge(store, list_topics(store)[0].id, said)
    with TestClient(create_app(nullcontext(store), ServiceSettings()), base_url=HERE) as client:
        yield client


def test_tables_say_what_was_decided(judged: TestClient) -> None:
    for noun in ("topics", "findings"):
        text = judged.get(f"/{noun}?format=csv&status=confirmed").content.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert rows
        for row in rows:
            decided = row["核查人"], row["说明"], row["采取的处理"], row["责任单位"], row["办理期限"]
            assert decided == ("张三", "'=1+1", "合并", "区民政局", "2026-03-31"), noun
    chosen = _get(judged, "/topics", status="confirmed")
    assert chosen["total"] == 1
    assert _counts(chosen, "status")["open"] == _get(judged, "/topics", status="open")["total"]
    assert chosen["topics"][0]["verdict"]["due"] == "2026-03-31"
    card = _get(judged, f"/topics/{chosen['topics'][0]['id']}")
    assert [member["id"] for member in card["members"]] == card["topics"][0]["findings"]
    assert [verdict["by"] for verdict in card["history"]] == ["张三"]


def test_a_verdict_is_seen_at_once(judged: TestClient, store: GraphStore) -> None:
    before = _get(judged, "/findings", status="open")
    judge(store, before["findings"][0]["id"], Decision(value="dismissed", by="李四"))
    assert _get(judged, "/findings", status="open")["total"] == before["total"] - 1
