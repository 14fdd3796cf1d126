"""The service over a sample district that tests may change."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.security.tokens import Role
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests.api.conftest import HERE
from tests.api.writes.asking import bearer_of


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
def over_empty(folder_store: GraphStore) -> Iterator[TestClient]:
    """The same over an empty graph, for what asks nothing of the sample: a reading takes no time."""
    with TestClient(create_app(nullcontext(folder_store), ServiceSettings()), base_url=HERE) as found:
        yield found


@pytest.fixture
def bearer(store: GraphStore) -> Callable[[Role], dict[str, str]]:
    """Headers with a new token of a role."""
    return partial(bearer_of, store)
