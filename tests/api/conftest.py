"""The service over the sample district, asked in process."""

from collections.abc import Iterator
from contextlib import nullcontext

import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from tests.queries.conftest import sample

__all__ = ["client", "sample"]

HERE = "http://127.0.0.1:8000"


@pytest.fixture
def client(sample: GraphStore) -> Iterator[TestClient]:
    """A program that talks to the service."""
    with TestClient(create_app(nullcontext(sample), ServiceSettings()), base_url=HERE) as found:
        yield found
