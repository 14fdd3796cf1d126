"""The embedded engine: one data folder, several processes, and what may happen to them."""

import base64
import json
import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from unittest.mock import Mock

import psutil
import pytest
from filelock import FileLock

from dutygraph.graph.errors import QueryError, StoreBusyError, StoreUnavailableError
from dutygraph.graph.loading.write import replace_lists
from dutygraph.graph.store import embedded
from dutygraph.graph.store import folder as folders
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests.graph.lists import duty_list, list_id

ROOT = Path(__file__).parents[2]
DUTIES = "MATCH (d:Duty) RETURN count(d) AS n"
Process = subprocess.Popen[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder whose name has blanks and Chinese characters."""
    return tmp_path / "数据 文件夹"


@pytest.fixture
def start(folder: Path, tmp_path: Path) -> Iterator["Starter"]:
    """Start other processes on the folder; what is left of them is ended."""
    starter = Starter(folder, tmp_path / "work")
    yield starter
    for process in starter.started:
        process.kill()
        process.communicate()


class Starter:
    """Starts an action of ``processes.py`` in a working folder that is otherwise empty."""

    def __init__(self, folder: Path, cwd: Path) -> None:
        self.folder, self.cwd = folder, cwd
        self.started: list[Process] = []
        cwd.mkdir()

    def __call__(self, action: str) -> Process:
        command = [sys.executable, "-m", "tests.graph.processes", action, str(self.folder)]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        process = subprocess.Popen(
            command,
            cwd=self.cwd,
            env=environment,
            encoding="utf-8",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.started.append(process)
        return process


def _open(folder: Path) -> AbstractContextManager[GraphStore]:
    return GraphStore.open(StoreSettings(data=folder))


def _line(process: Process) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _word(process: Process) -> None:
    assert process.stdin is not None
    process.stdin.write("go on\n")
    process.stdin.flush()


def _load(store: GraphStore, duties: int) -> None:
    store.prepare()
    replace_lists(store, [list_id("林业局")], duty_list("林业局", duties))


def _listening(pid: int) -> list[str]:
    connections = psutil.Process(pid).net_connections(kind="inet")
    return [
        found.laddr.ip.removeprefix("::ffff:") for found in connections if found.status == psutil.CONN_LISTEN
    ]


def _notice(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / "endpoint.json").read_text(encoding="utf-8"))
    return found


def test_what_was_written_is_there_next_time(folder: Path) -> None:
    for expected in (0, 3):
        with _open(folder) as store:
            assert store.read(DUTIES) == [{"n": expected}]
            _load(store, duties=3)


def test_a_second_process_uses_the_engine_of_the_first(folder: Path, start: Starter) -> None:
    with _open(folder) as store:
        _load(store, duties=3)
        other = start("count")
        assert _line(other) == "3"
        assert _listening(other.pid) == []
        _load(store, duties=5)
        _word(other)
        assert _line(other) == "5"


def test_a_second_store_in_one_process_uses_the_same_engine(folder: Path) -> None:
    with _open(folder) as first, _open(folder) as second:
        _load(first, duties=2)
        assert second.read(DUTIES) == [{"n": 2}]


def test_processes_that_start_at_once_share_the_folder(folder: Path, start: Starter) -> None:
    processes = [start("add") for _ in range(3)]
    for process in processes:
        _, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, "")
    with _open(folder) as store:
        assert store.read(DUTIES) == [{"n": 2}]


@pytest.mark.parametrize("end", ["quits", "killed"])
def test_when_the_host_ends_another_process_takes_over(folder: Path, start: Starter, end: str) -> None:
    host = start("hold")
    assert _line(host) == "ready"
    guest = start("count")
    assert _line(guest) == "0"
    host.kill() if end == "killed" else _word(host)
    host.wait(20)
    _word(guest)
    assert _line(guest) == "0"
    assert _notice(folder)["pid"] == guest.pid


def test_when_the_host_ends_and_the_folder_is_taken_it_is_said_clearly(
    folder: Path, start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "WAIT_SECONDS", 0.3)
    host = start("hold")
    assert _line(host) == "ready"
    with _open(folder) as store:
        assert store.read(DUTIES) == [{"n": 0}]
        host.kill()
        host.wait(20)
        with FileLock(folder / "lock"), pytest.raises(StoreBusyError, match="DUTYGRAPH_DATA"):
            store.read(DUTIES)
        assert store.read(DUTIES) == [{"n": 0}]


def test_a_writer_that_never_ends_is_said_clearly(folder: Path, start: Starter) -> None:
    process = start("load_slowly")
    assert _line(process) == "in the middle"
    impatient = StoreSettings(data=folder, wait=0.3)
    with GraphStore.open(impatient) as store, pytest.raises(StoreBusyError, match="正被另一个命令写入"):
        _load(store, duties=1)


@pytest.mark.parametrize(
    ("action", "left"), [("interrupt", "KeyboardInterrupt"), ("fail", "a bug"), ("quietly", "")]
)
def test_however_a_host_ends_the_engine_is_shut_down(
    folder: Path, start: Starter, action: str, left: str
) -> None:
    process = start(action)
    _, errors = process.communicate(timeout=60)
    assert left in errors
    assert not (folder / "endpoint.json").exists()
    log = (folder / "logs" / "arcadedb.log.0").read_text(encoding="utf-8")
    assert "ArcadeDB Server is down" in log
    with _open(folder) as store:
        assert _notice(folder)["pid"] == os.getpid()
        assert store.read("RETURN 1 AS one") == [{"one": 1}]


def test_a_host_killed_in_the_middle_of_a_load_leaves_the_old_list(folder: Path, start: Starter) -> None:
    with _open(folder) as store:
        _load(store, duties=3)
    process = start("load_slowly")
    assert _line(process) == "in the middle"
    process.kill()
    process.wait(20)
    assert _notice(folder)["pid"] == process.pid
    with _open(folder) as store:
        assert _notice(folder)["pid"] == os.getpid()
        assert store.read(DUTIES) == [{"n": 3}]
        assert store.read("MATCH (:Duty)-[:HAS_TASK]->(t) RETURN count(t) AS n") == [{"n": 3}]
        _load(store, duties=4)
        assert store.read(DUTIES) == [{"n": 4}]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"port": 1}', '{"port": 9, "pid": 1, "writer": "x", "reader": "y"}']
)
def test_a_stale_notice_is_replaced(folder: Path, text: str) -> None:
    folder.mkdir()
    (folder / "endpoint.json").write_text(text, encoding="utf-8")
    with _open(folder) as store:
        assert store.read("RETURN 1 AS one") == [{"one": 1}]
        assert _notice(folder)["pid"] == os.getpid()


def test_a_folder_held_without_an_answer_is_said_clearly(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "WAIT_SECONDS", 0.3)
    folder.mkdir()
    with (
        FileLock(folder / "lock"),
        pytest.raises(StoreBusyError, match=r"正被另一个程序占用.*DUTYGRAPH_DATA"),
        _open(folder),
    ):
        pass


def test_a_database_opened_by_another_program_is_said_clearly(folder: Path, start: Starter) -> None:
    host = start("hold")
    assert _line(host) == "ready"
    twin = folder.parent / "twin"
    twin.mkdir()
    (twin / "engine").symlink_to(folder / "engine", target_is_directory=True)
    with pytest.raises(StoreBusyError), _open(twin):
        pass


def test_a_path_that_is_no_folder_is_said_clearly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StoreUnavailableError, match="无法使用数据文件夹"), _open(tmp_path / "file"):
        pass


def test_nothing_is_printed_or_left_in_the_working_folder(start: Starter) -> None:
    process = start("quietly")
    assert process.communicate(timeout=60) == ("", "")
    assert list(start.cwd.iterdir()) == []


def test_only_loopback_listens(folder: Path, start: Starter) -> None:
    host = start("hold")
    assert _line(host) == "ready"
    assert set(_listening(host.pid)) == {"127.0.0.1"}


def test_passwords_are_new_each_time_and_in_the_notice_alone(folder: Path) -> None:
    seen = set()
    for _ in range(2):
        with _open(folder):
            passwords = {str(_notice(folder)[account]) for account in ("writer", "reader")}
            contents = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
            for password in passwords:
                holding = [name for name, content in contents.items() if password.encode() in content]
                assert holding == ["endpoint.json"]
            seen |= passwords
            if os.name == "posix":
                assert (folder / "endpoint.json").stat().st_mode & 0o777 == 0o600
                assert folder.stat().st_mode & 0o777 == 0o700
    assert len(seen) == 4


def test_without_the_password_nobody_gets_in(folder: Path) -> None:
    with _open(folder):
        stranger = StoreSettings(uri=f"bolt://127.0.0.1:{_notice(folder)['port']}", database="kg")
        with pytest.raises(StoreUnavailableError), GraphStore.open(stranger):
            pass


@pytest.mark.parametrize(
    ("path", "known", "status"),
    [
        ("/api/v1/server", False, 401),
        ("/api/v1/mcp", False, 401),
        ("/api/v1/mcp", True, 503),
        ("/studio", True, 404),
    ],
)
def test_the_engine_offers_nothing_over_http(
    folder: Path, start: Starter, path: str, known: bool, status: int
) -> None:
    host = start("hold")
    assert _line(host) == "ready"
    request = urllib.request.Request(
        f"http://127.0.0.1:{_web_port(host.pid, _notice(folder)['port'])}{path}", b"{}"
    )
    if known:
        account = base64.b64encode(f"root:{_notice(folder)['writer']}".encode()).decode()
        request.add_header("Authorization", f"Basic {account}")
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request, timeout=5)
    assert caught.value.code == status


def test_a_port_taken_meanwhile_is_left_to_the_other_program(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        ports = iter([taken, taken])
        free_port = embedded._free_port
        monkeypatch.setattr(embedded, "_free_port", lambda: next(ports, None) or free_port())
        with _open(folder) as store:
            assert store.read("RETURN 1 AS one") == [{"one": 1}]
            assert _notice(folder)["port"] != taken
        other.settimeout(0)
        with pytest.raises(BlockingIOError):
            other.accept()


def test_passwords_are_sent_to_no_port_on_which_the_engine_does_not_listen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deaf = Mock(ArcadeDBError=RuntimeError)
    monkeypatch.setattr(embedded, "_engine_library", lambda _: deaf)
    with pytest.raises(StoreUnavailableError, match="ports that were free"), _open(folder):
        pass
    assert deaf.create_server.return_value.stop.call_count == deaf.create_server.call_count
    assert not (folder / "endpoint.json").exists()


@pytest.mark.parametrize("url", ["file:///etc/hosts", "http://127.0.0.1:9/x", "http://192.0.2.1/x"])
def test_no_statement_reads_files_or_the_network(folder_store: GraphStore, url: str) -> None:
    statement = "LOAD CSV FROM $url AS line RETURN line"
    with pytest.raises(QueryError, match=r"not allowed|disabled"):
        folder_store.limited(10).read(statement, {"url": url})
    with pytest.raises(QueryError, match="disabled"):
        folder_store.write(lambda tx: tx.run(statement, {"url": url}))


def _web_port(pid: int, bolt: object) -> int:
    connections = psutil.Process(pid).net_connections(kind="inet")
    ports = {found.laddr.port for found in connections if found.status == psutil.CONN_LISTEN}
    (port,) = ports - {bolt}
    return port
