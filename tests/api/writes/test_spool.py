"""Uploads lie beside the graph, and go with the run of the service that took them, however it ends."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi import UploadFile

from dutygraph.api.jobs.spool import Spool
from dutygraph.errors import UnwritableFileError
from dutygraph.graph.store.graph_store import GraphStore

HOLDER = """
import io, sys
from pathlib import Path
from types import SimpleNamespace
from fastapi import UploadFile
from dutygraph.api.jobs.spool import Spool
spool = Spool(SimpleNamespace(beside=Path(sys.argv[1]).joinpath))
spool.keep([UploadFile(io.BytesIO(b"0" * 1000), filename="list.txt")])
print(spool.service, flush=True)
sys.stdin.read()
"""


@contextmanager
def another_run(folder: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Another process that has kept an upload, and the name of its run."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
    ) as process:
        assert process.stdout
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def spooled(folder: Path) -> list[str]:
    return sorted(file.parent.parent.name for file in folder.rglob("*.txt"))


def sent(name: str, content: bytes = b"text") -> UploadFile:
    return UploadFile(io.BytesIO(content), filename=name)


def test_what_a_killed_run_has_left_is_cleared_and_nothing_else(folder_store: GraphStore) -> None:
    folder = folder_store.beside("uploads")
    with another_run(folder.parent) as (process, killed), another_run(folder.parent) as (_, living):
        process.kill()
        process.wait()
        assert spooled(folder) == sorted([killed, living])
        spool = Spool(folder_store)
        assert not spool.runs(killed)
        assert spool.runs(living)
        spool.clear()
        assert spooled(folder) == [living]
        own = spool.keep([sent("a.txt")])
        assert own.files[0][0].read_bytes() == b"text"
        Spool(folder_store).clear()
        assert spooled(folder) == sorted([living, spool.service])
        spool.close()
        assert spooled(folder) == [living]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such rights")
def test_only_their_owner_may_read_uploads(folder_store: GraphStore) -> None:
    former = os.umask(0)
    try:
        kept = Spool(folder_store).keep([sent("a.txt")])
    finally:
        os.umask(former)
    folders = (kept.folder, kept.folder.parent, folder_store.beside("uploads"))
    assert {folder.stat().st_mode & 0o777 for folder in folders} == {0o700}


@pytest.mark.parametrize(
    ("name", "printed", "ending"),
    [
        ("../../etc/清单.DOCX", "清单.DOCX", ".docx"),
        ("..\\..\\清单.txt", "清单.txt", ".txt"),
        ("\x1b[2J清单\u202e.txt\x00", "[2J清单.txt", ""),
        ("\ud800.txt", ".txt", ".txt"),
        ("", "document", ""),
        ("/", "document", ""),
        ("a." + "x" * 300, "a." + "x" * 198, ""),
    ],
)
def test_a_name_is_only_a_text(name: str, printed: str, ending: str, folder_store: GraphStore) -> None:
    ((path, told),) = Spool(folder_store).keep([sent(name)]).files
    assert told == printed
    assert path.name == f"0001{ending}"


@pytest.mark.parametrize(
    ("sent_as", "told"),
    [
        (["清单/民政局/表.txt", "清单/档案局/表.txt"], ["民政局/表.txt", "档案局/表.txt"]),
        (["民政局/表.txt", "档案局\\表.txt"], ["民政局/表.txt", "档案局/表.txt"]),
        (["清单/民政局/\u202e表.txt"], ["民政局/表.txt"]),
        (["/" + "etc/民政局/表.txt"], ["表.txt"]),
        (["C:" + "\\清单\\民政局\\表.txt"], ["表.txt"]),
        (["清单/../../民政局/表.txt"], ["表.txt"]),
    ],
)
def test_files_of_a_folder_keep_their_paths_below_it(
    sent_as: list[str], told: list[str], folder_store: GraphStore
) -> None:
    kept = Spool(folder_store).keep(list(map(sent, sent_as)))
    assert [name for _, name in kept.files] == told
    assert all(path.parent == kept.folder for path, _ in kept.files)


def test_files_of_one_name_are_told_apart_by_their_content(folder_store: GraphStore) -> None:
    names = []
    for order in ((b"a", b"b"), (b"b", b"a")):
        kept = Spool(folder_store).keep([sent("清单.txt", content) for content in order])
        assert [path.read_bytes() for path, _ in kept.files] == list(order)
        names.append([name for _, name in kept.files])
    assert len(set(names[0])) == 2
    assert names[0] == names[1][::-1]
    same = Spool(folder_store).keep([sent("清单.txt", b"a"), sent("清单.txt", b"a")])
    assert len({name for _, name in same.files}) == 1


def test_a_disk_that_takes_only_some_of_them_keeps_none(folder_store: GraphStore) -> None:
    class Full(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise OSError(28, "No space left on device")

    spool = Spool(folder_store)
    with pytest.raises(UnwritableFileError):
        spool.keep([sent("a.txt"), UploadFile(Full(b"b"), filename="b.txt")])
    assert spooled(folder_store.beside("uploads")) == []
