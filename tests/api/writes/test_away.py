"""A write while the database is away or hangs is refused soon, and holds when it is back."""

import time
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.connection import Connection
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests.api.conftest import HERE
from tests.api.writes.asking import LIST, OWN_PAGE, ended, until, upload
from tests.relay import Relay, State

AWAY_SECONDS = 2.5
"""As for reads: two seconds, and what a busy machine adds."""


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[tuple[Relay, StoreSettings]]:
    """A server that is reached over a network: the embedded engine of another folder."""
    with Connection(StoreSettings(data=tmp_path / "server")) as connection:
        user, password = connection.endpoint.writer or ("", "")
        with Relay(urlsplit(connection.endpoint.uri).port or 0) as relay:
            yield (
                relay,
                StoreSettings(
                    uri=f"bolt://127.0.0.1:{relay.port}",
                    user=user,
                    password=SecretStr(password),
                    database=connection.endpoint.database,
                    data=tmp_path / "beside",
                ),
            )


@pytest.mark.parametrize("state", ["away", "silent"])
def test_a_write_is_refused_soon(relay: tuple[Relay, StoreSettings], state: State) -> None:
    line, settings = relay
    with GraphStore.open(settings) as store:
        store.prepare()
        with TestClient(create_app(nullcontext(store), ServiceSettings()), base_url=HERE) as client:
            until(lambda: client.get("/readyz").status_code == 200)
            line.set(state)
            for write in (
                lambda: upload(client, "档案局.txt", LIST.encode(), **OWN_PAGE),
                lambda: client.put("/rules/overlap.duty", json={"on": False}, headers=OWN_PAGE),
                lambda: client.put(
                    "/findings/f/verdict", json={"value": "confirmed", "by": "李明"}, headers=OWN_PAGE
                ),
                lambda: client.post("/recompute", headers=OWN_PAGE),
            ):
                begun = time.monotonic()
                refused = write()
                assert (refused.status_code, refused.json()["code"]) == (503, "store_unavailable")
                assert time.monotonic() - begun < AWAY_SECONDS
            line.set("open")
            until(lambda: client.get("/readyz").status_code == 200)
            assert ended(client, upload(client, "档案局.txt", LIST.encode(), **OWN_PAGE))["state"] == "done"
            assert len(client.get("/jobs").json()) == 1
