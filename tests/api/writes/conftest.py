"""The service over a sample district that tests may change."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.security.tokens import Role, TokenFile
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests.api.conftest import HERE


@pytest.fixture
def store(sample_folder: Path, tmp_path: Path) -> Iterator[GraphStore]:
    """The sample district, to be changed."""
    folder = shutil.copytree(sample_folder, tmp_path / "data")
    with GraphStore.open(StoreSettings(data=folder)) as opened:
        yield opened


@pytest.fixture
def client(store: GraphStore) -> Iterator[TestClient]:
    """A browser at this machine, without a token."""
    with TestClient(create_app(nullcontext(store), ServiceSettings()), base_url=HERE) as found:
        yield found


@pytest.fixture
def bearer(store: GraphStore) -> Callable[[Role], dict[str, str]]:
    """Headers with a new token of a role."""

    def headers(role: Role) -> dict[str, str]:
        _, secret = TokenFile.of(store).create(f"test {role}", role, None)
        return {"authorization": f"Bearer {secret}"}

    return headers
