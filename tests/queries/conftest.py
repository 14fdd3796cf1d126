"""The sample district in a store, read but not changed by the tests of this room."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.parse import parse_file
from dutygraph.queries.findings.reading import read_documents

DATA = Path(__file__).parents[2] / "data"


def load_sample(store: GraphStore) -> None:
    """Read the sample district into a store and compute the findings."""
    read_documents(store, map(parse_file, sorted(DATA.glob("*.txt"))))


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """The sample district on the embedded engine."""
    with GraphStore.open(StoreSettings(data=tmp_path_factory.mktemp("sample"))) as store:
        load_sample(store)
        yield store
