"""The server that tests download: once, however many ask for it at the same time."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests import neo4j_server


def test_two_that_ask_at_once_download_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    downloads: list[list[str]] = []

    def slowly(command: list[str], **_: Any) -> None:
        downloads.append(command)
        time.sleep(0.2)

    monkeypatch.setenv("DUTYGRAPH_CACHE", str(tmp_path))
    monkeypatch.setattr("subprocess.run", slowly)
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _: neo4j_server._download(), range(2))
    assert first == second
    assert first.is_dir()
    assert len(downloads) == 1
