"""Paths, nodes, neighbours and dependents over HTTP."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from dutygraph.graph.analysis.neighbourhood import PathLimits
from dutygraph.queries.catalogue.paths import paths_between

ENDS = {"source": "区民政局", "target": "区财政局"}


def test_paths_are_those_of_the_query(client: TestClient, sample: Any) -> None:
    answer = client.get("/paths", params={**ENDS, "paths": 3})
    wanted = paths_between(sample, ENDS["source"], ENDS["target"], PathLimits(6, 3, 10), "simple")
    assert answer.json() == wanted.model_dump(mode="json")
    assert len(answer.json()["paths"]) == 3
    first = answer.json()["paths"][0]
    assert first["sentence"]["zh"].startswith("云溪市澜江区民政局")
    assert first["steps"][0]["locator"]


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"hops": 9}, "query.hops"),
        ({"hops": 0}, "query.hops"),
        ({"paths": 51}, "query.paths"),
        ({"edge": "EATS"}, "query.edge.0"),
        ({"direction": "up"}, "query.direction"),
        ({"which": "all"}, "query.which"),
        ({"shared": 1}, "query.shared"),
        ({"source": ""}, "query.source"),
    ],
)
def test_what_cannot_be_asked_is_told(client: TestClient, wrong: dict[str, Any], where: str) -> None:
    response = client.get("/paths", params={**ENDS, **wrong})
    assert response.status_code == 422
    assert [problem["where"] for problem in response.json()["problems"]] == [where]


def test_an_ambiguous_name_is_answered_with_the_choices(client: TestClient) -> None:
    response = client.get("/paths", params={**ENDS, "target": "办公室"})
    body = response.json()
    assert (response.status_code, body["code"]) == (300, "ambiguous_name")
    assert {choice["kind"] for choice in body["choices"]} == {"Office"}
    assert all(choice["within"] for choice in body["choices"])
    again = client.get("/paths", params={**ENDS, "target": body["choices"][0]["id"]})
    assert again.status_code == 200


def test_a_name_that_means_nothing(client: TestClient) -> None:
    for address in ("/paths?source=区民政局&target=无此物", "/nodes/无此物", "/nodes/无此物/dependents"):
        response = client.get(address)
        assert (response.status_code, response.json()["code"]) == (404, "unknown_node"), address


def test_an_id_with_a_slash_is_found(client: TestClient) -> None:
    office = client.get("/nodes/区民政局/neighbours", params={"edge": "HAS_OFFICE", "limit": 1}).json()[
        "rows"
    ][0]
    assert "/" in office["id"]
    for id_ in (office["id"], office["id"].replace("/", "%2F")):
        assert client.get(f"/nodes/{id_}").json()["node"]["name"] == office["name"]
        assert client.get(f"/nodes/{id_}/dependents").json()["node"]["id"] == office["id"]


def test_neighbours_lead_from_page_to_page(client: TestClient) -> None:
    first = client.get("/nodes/区民政局/neighbours", params={"limit": 5})
    body = first.json()
    assert body["total"] == sum(count["count"] for count in body["counts"]) > len(body["rows"]) == 5
    assert client.get(first.links["next"]["url"]).json()["rows"][0] not in body["rows"]


def test_what_dutygraph_keeps_for_itself_is_no_node(client: TestClient, sample: Any) -> None:
    finding = client.get("/findings").json()["findings"][0]["id"]
    assert client.get(f"/nodes/{finding}").status_code == 404
    kinds = {count["kind"]["name"] for count in client.get("/nodes/区民政局/neighbours").json()["counts"]}
    assert "Finding" not in kinds


@pytest.mark.parametrize("address", ["/paths?source=区民政局&target=区财政局", "/nodes/区民政局/dependents"])
def test_they_come_as_tables(client: TestClient, address: str) -> None:
    sign = "&" if "?" in address else "?"
    for shape, start in {"csv": b"\xef\xbb\xbf", "xlsx": b"PK"}.items():
        assert client.get(f"{address}{sign}format={shape}").content.startswith(start)
