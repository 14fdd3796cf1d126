"""A data folder that is full, damaged or open to others: what is told, and what is left."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from dutygraph.graph.errors import StoreFullError, StoreUnavailableError
from dutygraph.graph.store.endpoint import HostNotice
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings

DUTIES = "MATCH (d:Duty) RETURN count(d) AS n"
posix = pytest.mark.skipif(os.name != "posix", reason="this system has other rights")


@pytest.fixture
def folder(sample_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_folder, tmp_path / "data"))


def _open(folder: Path) -> None:
    with GraphStore.open(StoreSettings(data=folder)):
        pass


def _leave(monkeypatch: pytest.MonkeyPatch, megabytes: int) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 0, megabytes * 10**6))


def test_a_disk_without_room_is_told_before_the_engine_starts(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(path.name for path in folder.iterdir())
    _leave(monkeypatch, 3)
    with pytest.raises(StoreFullError, match=r"只剩 3 MB.*3 MB are left"):
        _open(folder)
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_full_disk_lets_read_and_tells_who_writes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with GraphStore.open(StoreSettings(data=folder)) as store:
        before = store.read(DUTIES)
        _leave(monkeypatch, 30)
        with pytest.raises(StoreFullError, match="30 MB are left"):
            store.write(lambda tx: tx.run("MATCH (d:Duty) DETACH DELETE d"))
        assert store.read(DUTIES) == before
        monkeypatch.undo()
        store.write(lambda tx: tx.run("MATCH (d:Duty) WITH d LIMIT 1 DETACH DELETE d"))


def test_a_commit_that_fails_for_want_of_room_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(tx: object) -> None:
        _leave(monkeypatch, 0)
        tx.run("no Cypher")  # type: ignore[attr-defined]

    with GraphStore.open(StoreSettings(data=folder)) as store, pytest.raises(StoreFullError):
        store.write(fill)


@pytest.mark.parametrize("damaged", ["databases/kg/configuration.json", "databases/kg/dictionary.*.dict"])
def test_an_engine_that_does_not_start_is_told_without_java(folder: Path, damaged: str) -> None:
    (file,) = (folder / "engine").glob(damaged)
    file.unlink() if damaged.endswith("dict") else file.write_text('{"confi', encoding="utf-8")
    with pytest.raises(StoreUnavailableError) as caught:
        _open(folder)
    told = str(caught.value)
    assert "verdicts.jsonl" in told
    assert "Exception" not in told
    assert "\n" not in told
    assert "arcadedb" in (folder / "logs" / "start.log").read_text(encoding="utf-8")


def test_a_notice_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "endpoint.json").mkdir()
    with pytest.raises(OSError, match="endpoint"):
        HostNotice(1, 2, "a", "b").write(tmp_path / "endpoint.json")
    assert [path.name for path in tmp_path.iterdir()] == ["endpoint.json"]


def test_drafts_of_a_killed_host_go(folder: Path) -> None:
    (folder / "endpoint.99999.draft").touch()
    _open(folder)
    assert list(folder.glob("*.draft")) == []


@posix
def test_what_is_written_into_a_folder_open_to_others_is_not(folder: Path) -> None:
    folder.chmod(0o755)
    (folder / "engine").chmod(0o755)
    with GraphStore.open(StoreSettings(data=folder)):
        open_ones = {
            path.name
            for path in folder.iterdir()
            if path.stat().st_mode & 0o077 and path.stat().st_size and path.name != "engine.manifest"
        }
        assert open_ones <= {"changing.since"}
        assert stat.S_IMODE((folder / "engine").stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755
