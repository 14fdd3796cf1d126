"""The sample district in a store, read but not changed by the tests of this room."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests.sample import DATA, load_sample

__all__ = ["DATA", "load_sample", "sample"]


@pytest.fixture(scope="session")
def sample(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """The sample district on the embedded engine."""
    folder = shutil.copytree(sample_folder, tmp_path_factory.mktemp("sample") / "data")
    with GraphStore.open(StoreSettings(data=folder)) as store:
        yield store
