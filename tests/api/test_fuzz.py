"""Whatever a client sends, it gets an answer of the contract and never a failure of the service."""

from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutygraph.queries.catalogue.named_queries import catalogue

SENT = st.one_of(
    st.text(),
    st.integers().map(str),
    st.sampled_from(
        ["区民政局", "\x00", "%00", "' OR 1=1 //", "}) DETACH DELETE n //", "NaN", "1e999", "true", "../../x"]
    ),
)
patient = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _answers_by_contract(response: Any) -> None:
    assert response.status_code in (200, 300, 404, 422), response.text
    if response.status_code != 200:
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json()["code"]


@pytest.mark.parametrize("name", catalogue())
@settings(patient, max_examples=10)
@given(data=st.data())
def test_queries(client: TestClient, name: str, data: st.DataObject) -> None:
    parameters = data.draw(
        st.fixed_dictionaries({}, optional=dict.fromkeys(catalogue()[name].parameters, SENT))
    )
    _answers_by_contract(client.get(f"/queries/{name}", params=parameters))


@patient
@given(data=st.data())
def test_every_described_route(client: TestClient, data: st.DataObject) -> None:
    """Every other route that the description has, with values of its own kinds and with any others."""
    described = client.app.openapi()["paths"]  # type: ignore[attr-defined]
    reads = [path for path, route in described.items() if "get" in route and not path.startswith("/queries/")]
    address = data.draw(st.sampled_from(reads))
    route = described[address]["get"]
    sent: dict[str, str] = {}
    for parameter in route.get("parameters", []):
        value = data.draw(st.sampled_from(parameter["schema"].get("examples", ["1"])) | SENT)
        if parameter["in"] == "path":
            address = address.replace(
                f"{{{parameter['name']}}}", quote(value, safe="", errors="replace") or "x"
            )
        elif parameter["required"] or data.draw(st.booleans()):
            sent[parameter["name"]] = value
    _answers_by_contract(client.get(address, params=sent))


@pytest.mark.parametrize(
    "noun", ["departments", "duties", "findings", "matters", "nodes", "statements", "queries"]
)
@patient
@given(id_=SENT)
def test_ids(client: TestClient, noun: str, id_: str) -> None:
    _answers_by_contract(client.get(f"/{noun}/{quote(id_, safe='', errors='replace')}"))


@pytest.mark.parametrize("accept", ["text/html", "*/*"])
@patient
@given(q=SENT, department=SENT)
def test_search(client: TestClient, accept: str, q: str, department: str) -> None:
    response = client.get("/search", params={"q": q, "department": department}, headers={"accept": accept})
    assert response.status_code in (200, 300, 404, 422)
