"""Reading many files in processes of their own: order, limits, replacement of processes, and nothing left behind."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Event, Timer
from types import SimpleNamespace

import psutil
import pytest

from dutygraph.ingest.files.limits import MEGABYTE, limits
from dutygraph.ingest.parse import parse_file
from dutygraph.ingest.sandbox import Refused, parse_files
from tests.ingest.crafted import as_text
from tests.ingest.sources import SAMPLE


def long_list(folder: Path, rows: int) -> Path:
    path = folder / "long.txt"
    path.write_bytes(
        as_text([(str(n), f"负责第{n}项事务", "综合股", f"办理第{n}项", "") for n in range(rows)])
    )
    return path


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """A list that takes several seconds and hundreds of megabytes to read."""
    return long_list(tmp_path, rows=150_000)


def reasons(paths: list[Path], workers: int | None = None) -> list[str | None]:
    """Why each file was refused, None for those that were read."""
    return [one.zh if isinstance(one, Refused) else None for one in parse_files(paths, workers)]


@pytest.mark.parametrize("workers", [None, 1, 3])
def test_files_are_read_in_order_as_without_processes(workers: int | None) -> None:
    assert list(parse_files(SAMPLE, workers)) == [parse_file(path) for path in SAMPLE]


def test_no_files_are_no_documents() -> None:
    assert list(parse_files([])) == []


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    first, second, third = reasons([tmp_path / "gone.txt", SAMPLE[0], tmp_path])
    assert first is not None
    assert first.startswith("无法打开文件（")
    assert second is None
    assert third is not None


def test_a_document_that_takes_too_long_ends_alone(limit: pytest.MonkeyPatch, endless: Path) -> None:
    limit.setenv("DUTYGRAPH_LIMIT_SECONDS", "3")
    expected = "读取时间（秒）超过上限 3，请拆分或精简文件；确需读取时调高 DUTYGRAPH_LIMIT_SECONDS"
    assert reasons([endless, SAMPLE[0]], workers=1) == [expected, None]


def test_a_document_that_takes_too_much_memory_ends_alone(limit: pytest.MonkeyPatch, endless: Path) -> None:
    limit.setenv("DUTYGRAPH_LIMIT_MEMORY_MEGABYTES", "200")
    first, second = reasons([endless, SAMPLE[0]], workers=1)
    assert first is not None
    assert first.startswith("读取所用内存（MB）超过上限 200")
    assert second is None


@pytest.mark.parametrize(
    ("variable", "value", "reason"),
    [
        ("FILE_MEGABYTES", "1", "文件大小（MB）超过上限 1，"),
        ("ROWS", "20000", "表格行数超过上限 20000，"),
        ("CELLS", "100000", "单元格数超过上限 100000，"),
    ],
)
def test_a_large_document_ends_alone(
    limit: pytest.MonkeyPatch, tmp_path: Path, variable: str, value: str, reason: str
) -> None:
    limit.setenv(f"DUTYGRAPH_LIMIT_{variable}", value)
    first, second = reasons([long_list(tmp_path, rows=25_000), SAMPLE[0]], workers=1)
    assert first is not None
    assert first.startswith(reason)
    assert second is None


def test_a_process_that_dies_is_replaced(endless: Path) -> None:
    started = set(psutil.Process().children())

    def end_readers() -> None:
        for process in set(psutil.Process().children()) - started:
            process.kill()

    timer = Timer(1.5, end_readers)
    timer.start()
    first, second = reasons([endless, SAMPLE[0]], workers=1)
    timer.join()
    assert first is not None
    assert "读取程序意外退出" in first
    assert second is None


def test_a_process_that_dies_while_it_is_idle_is_blamed_on_no_file() -> None:
    started = set(psutil.Process().children())
    reading = parse_files([SAMPLE[0]] * 7, workers=1)
    told = [next(reading)]
    (idle,) = (process for process in set(psutil.Process().children()) - started if _reads(process))
    _wait_until_idle(idle)  # it has read ahead as far as it may
    idle.kill()
    with suppress(psutil.NoSuchProcess):
        while idle.status() != psutil.STATUS_ZOMBIE:
            time.sleep(0.01)
    told += reading
    assert len(told) == 7
    assert [one for one in told if isinstance(one, Refused)] == []


def _wait_until_idle(process: psutil.Process) -> None:
    """Wait until a process has done nothing for two seconds."""
    quiet, last = 0, process.cpu_times()
    while quiet < 20:
        time.sleep(0.1)
        now = process.cpu_times()
        quiet = quiet + 1 if now == last and process.status() != psutil.STATUS_RUNNING else 0
        last = now


def test_whoever_stops_early_leaves_no_process_behind() -> None:
    started = set(psutil.Process().children())
    reading = parse_files(SAMPLE)
    next(reading)
    assert isinstance(reading, Iterator)
    reading.close()  # type: ignore[attr-defined]
    left = [process for process in set(psutil.Process().children()) - started if _reads(process)]
    assert left == []


def test_whoever_stops_while_readers_start_leaves_none_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that was about to start when everything is stopped does not."""
    started = set(psutil.Process().children())
    bystander = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    late, start = Event(), SpawnProcess.start

    def start_late(process: SpawnProcess) -> None:
        if late.is_set():
            time.sleep(1)
        late.set()
        start(process)

    monkeypatch.setattr(SpawnProcess, "start", start_late)
    reading = parse_files(SAMPLE, workers=3)
    next(reading)
    reading.close()  # type: ignore[attr-defined]
    assert [process for process in set(psutil.Process().children()) - started if _reads(process)] == []
    assert bystander.poll() is None
    bystander.communicate(b"\n")


def test_as_many_readers_as_memory_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Together they may take half of what is free."""
    least = 2.9 * limits().memory_megabytes * MEGABYTE
    monkeypatch.setattr("psutil.virtual_memory", lambda: SimpleNamespace(available=2 * least))
    names: set[int | None] = set()
    start = SpawnProcess.start

    def remember(process: SpawnProcess) -> None:
        start(process)
        names.add(process.pid)

    monkeypatch.setattr(SpawnProcess, "start", remember)
    assert len(list(parse_files(SAMPLE, workers=5))) == len(SAMPLE)
    assert len(names) == 2


def _reads(process: psutil.Process) -> bool:
    """Whether it is one of ours; the tracker of the multiprocessing module stays on."""
    return "spawn_main" in " ".join(process.cmdline())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps file names as bytes")
def test_a_file_name_in_gbk_is_told_as_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + "气象局.txt".encode("gbk")))
    path.write_bytes(as_text())
    (found,) = parse_files([path])
    assert not isinstance(found, Refused)
    assert found.source == "气象局.txt"
