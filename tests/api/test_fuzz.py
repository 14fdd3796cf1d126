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
    assert response.status_code in (200, 404, 422), response.text
    if response.status_code != 200:
        assert set(response.json()) == {"status", "code", "zh", "en", "problems", "request_id"}


@pytest.mark.parametrize("name", catalogue())
@settings(patient, max_examples=10)
@given(data=st.data())
def test_queries(client: TestClient, name: str, data: st.DataObject) -> None:
    parameters = data.draw(
        st.fixed_dictionaries({}, optional=dict.fromkeys(catalogue()[name].parameters, SENT))
    )
    _answers_by_contract(client.get(f"/queries/{name}", params=parameters))


@pytest.mark.parametrize("noun", ["departments", "findings", "statements", "queries"])
@patient
@given(id_=SENT)
def test_ids(client: TestClient, noun: str, id_: str) -> None:
    _answers_by_contract(client.get(f"/{noun}/{quote(id_, safe='', errors='replace')}"))


@pytest.mark.parametrize("accept", ["text/html", "*/*"])
@patient
@given(q=SENT, department=SENT)
def test_search(client: TestClient, accept: str, q: str, department: str) -> None:
    response = client.get("/search", params={"q": q, "department": department}, headers={"accept": accept})
    assert response.status_code in (200, 404, 422)
