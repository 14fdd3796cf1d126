"""No read of the service goes without a time limit."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import cast

import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.revision_probe import OWN_LOOK_SECONDS
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import Engine, GraphStore
from tests.api.conftest import HERE

CIVIL = "云溪市澜江区民政局"


class _Unlimited:
    """A store that cannot be read but through its limited form."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self.limits: list[float] = []

    def beside(self, file: str) -> Path:
        return self._store.beside(file)

    def limited(self, seconds: float) -> GraphStore:
        self.limits.append(seconds)
        return self._store.limited(seconds)

    @property
    def folder(self) -> Path | None:
        return self._store.folder

    @property
    def engine(self) -> Engine:
        return self._store.engine


@pytest.fixture
def client(sample: GraphStore) -> Iterator[TestClient]:
    store = _Unlimited(sample)
    app = create_app(nullcontext(cast("GraphStore", store)), ServiceSettings(timeout=30))
    with TestClient(app, base_url=HERE) as client:
        yield client
    assert set(store.limits) <= {30, OWN_LOOK_SECONDS}


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
@pytest.mark.parametrize(
    "address",
    [
        "/readyz",
        "/departments",
        f"/departments/{CIVIL}",
        "/findings",
        "/rules",
        "/verdicts/report",
        "/search?q=档案",
        "/queries/departments",
        "/schema",
        f"/graph.html?department={CIVIL}",
        "/graph.html?kind=gaps",
    ],
)
def test_every_read_has_a_time_limit(client: TestClient, address: str, accept: str) -> None:
    assert client.get(address, headers={"accept": accept}).status_code == 200


@pytest.mark.parametrize("address", ["/", "/metrics", f"/graph?department={CIVIL}"])
def test_so_has_every_read_of_a_page(client: TestClient, address: str) -> None:
    assert client.get(address, headers={"accept": "text/html"}).status_code == 200
