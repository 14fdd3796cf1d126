"""Fixtures for reading."""

from collections.abc import Iterator

import pytest

from dutygraph.ingest.files.limits import limits


@pytest.fixture
def limit(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Sets limits by their variables; this process and those it starts then hold to them."""
    limits.cache_clear()
    yield monkeypatch
    monkeypatch.undo()
    limits.cache_clear()
