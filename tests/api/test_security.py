"""Who may ask, what an answer tells a browser, and what a hostile list can do: nothing."""

from collections.abc import Iterator
from contextlib import nullcontext

import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from tests.api.conftest import HERE
from tests.hostile import DEPARTMENT, FORMULA, load_hostile


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8000", "", "[::1", "a@b"]
)
def test_a_rebound_name_is_refused(client: TestClient, host: str) -> None:
    response = client.get("/departments", headers={"host": host})
    assert response.status_code == 400
    assert response.json()["code"] == "foreign_host"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:9000", "LOCALHOST", "[::1]:8000"])
def test_this_machine_is_known_by_its_names(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"host": host}).status_code == 200


def test_the_address_it_listens_on_is_known(sample: GraphStore) -> None:
    app = create_app(nullcontext(sample), ServiceSettings(host="10.1.2.3", allowed_hosts=("graph.lan",)))
    with TestClient(app) as client:
        for host, status in {"10.1.2.3": 200, "graph.lan": 200, "localhost": 400}.items():
            assert client.get("/healthz", headers={"host": host}).status_code == status


@pytest.mark.parametrize("address", ["/", "/departments", "/nothing", "/static/style.css", "/queries/duties"])
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_every_answer_keeps_to_itself(client: TestClient, address: str, accept: str) -> None:
    headers = client.get(address, headers={"accept": accept, "origin": "https://evil.example"}).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "Accept" in headers["vary"]
    assert "access-control-allow-origin" not in headers


@pytest.fixture
def hostile(folder_store: GraphStore) -> Iterator[TestClient]:
    """The service over a list that attacks its readers."""
    load_hostile(folder_store)
    with TestClient(create_app(nullcontext(folder_store), ServiceSettings()), base_url=HERE) as client:
        yield client


def test_ids_with_any_character_are_found(hostile: TestClient) -> None:
    rows = hostile.get("/departments").json()["rows"]
    odd = next(row for row in rows if "档案" in row["department"])
    card = hostile.get(f"/departments/{odd['id'].replace('/', '%2F')}")
    assert card.json()["id"] == odd["id"]
    assert "/" in odd["id"]
    assert odd["department"] == DEPARTMENT


def test_no_cell_becomes_a_formula(hostile: TestClient) -> None:
    department = next(
        row["id"] for row in hostile.get("/departments").json()["rows"] if "档案" in row["department"]
    )
    text = hostile.get("/queries/duties", params={"department": department, "format": "csv"}).text
    assert FORMULA.replace('"', '""') in text
    assert not any(cell.startswith(('"=', "=")) for line in text.splitlines() for cell in line.split(","))
