"""A database server that goes away or hangs, and comes back."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.errors import StoreError
from dutygraph.graph.store.connection import Connection
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.versions import data_version
from tests.api.conftest import HERE
from tests.conftest import ENGINES
from tests.relay import Relay, State

AWAY_SECONDS = 2.5
"""Within so long a client is told: two seconds, and what a busy machine adds."""
BACK_SECONDS = 3.0
CLOSED_SECONDS = 6.0
"""Within so long a store is closed: two seconds for a thread that hangs, and what a busy machine adds."""
ADDRESSES = ("/readyz", "/departments", "/queries/duties?department=a", "/metrics")


@pytest.fixture(params=ENGINES)
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[StoreSettings]:
    """A server that is reached over a network; the embedded engine of another folder serves as well as Neo4j."""
    if request.param == "neo4j":
        yield request.getfixturevalue("neo4j_settings")
        return
    with Connection(StoreSettings(data=tmp_path_factory.mktemp("away"))) as connection:
        account = connection.endpoint.writer
        assert account
        yield StoreSettings(
            uri=connection.endpoint.uri,
            user=account[0],
            password=SecretStr(account[1]),
            database=connection.endpoint.database,
        )


@pytest.fixture
def relay(server: StoreSettings) -> Iterator[Relay]:
    with Relay(urlsplit(server.uri or "").port or 0) as relay:
        yield relay


@pytest.fixture
def client(server: StoreSettings, relay: Relay) -> Iterator[TestClient]:
    settings = server.model_copy(update={"uri": f"bolt://127.0.0.1:{relay.port}"})
    with GraphStore.open(settings) as store:
        store.prepare()
        data_version(store)  # a server that has just started takes seconds for its first answers
        with TestClient(create_app(nullcontext(store), ServiceSettings()), base_url=HERE) as client:
            while client.get("/readyz").status_code != 200:
                time.sleep(0.1)
            yield client


def _timed(client: TestClient, address: str) -> tuple[Any, float]:
    begun = time.monotonic()
    return client.get(address), time.monotonic() - begun


@pytest.mark.parametrize("state", ["away", "silent"])
def test_it_is_told_soon_and_forgotten_when_it_is_back(
    client: TestClient, relay: Relay, state: State
) -> None:
    assert client.get("/readyz").status_code == 200
    for _ in range(2):
        relay.set(state)
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda address: _timed(client, address), ADDRESSES * 4))
        assert {response.status_code for response, _ in answers} <= {503}
        assert {response.json()["code"] for response, _ in answers} == {"store_unavailable"}
        assert max(seconds for _, seconds in answers) < AWAY_SECONDS
        assert client.get("/healthz").status_code == 200
        relay.set("open")
        _comes_back(client)


def _comes_back(client: TestClient) -> None:
    begun = time.monotonic()
    while client.get("/departments").status_code != 200:
        assert time.monotonic() - begun < BACK_SECONDS
        time.sleep(0.1)
    assert client.get("/readyz").status_code == 200


def test_while_it_is_away_nobody_waits(client: TestClient, relay: Relay) -> None:
    relay.set("silent")
    assert client.get("/departments").status_code == 503
    times = sorted(_timed(client, "/departments")[1] for _ in range(5))
    assert times[-2] < 0.5, "a busy machine may stop for one of them, and for no more"


def test_closing_waits_for_no_database_that_hangs(server: StoreSettings, relay: Relay) -> None:
    settings = server.model_copy(update={"uri": f"bolt://127.0.0.1:{relay.port}"})
    with ThreadPoolExecutor(1) as pool:
        with GraphStore.open(settings) as store:
            store.limited(60).read("RETURN 1 AS one")
            relay.set("silent")
            hanging = pool.submit(store.limited(0.1).read, "RETURN 1 AS one")
            time.sleep(0.5)  # by now the read is over its time, and the thread that ends it hangs as well
            begun = time.monotonic()
        assert time.monotonic() - begun < CLOSED_SECONDS
        assert isinstance(hanging.exception(CLOSED_SECONDS), StoreError)
