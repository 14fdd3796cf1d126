"""The embedded engine: ArcadeDB as a native library inside this process, one process per data folder.

The first process that opens a folder holds its lock, hosts the engine and serves Bolt on loopback; others
find port and password in a notice beside the data and connect. The lock belongs to the operating system, so it
ends with its process, however that ends.
"""

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from graph.accounts import READER, WRITER, Passwords, write_accounts
from graph.endpoint import Endpoint, HostNotice
from graph.errors import StoreBusyError, StoreUnavailableError

LOOPBACK = "127.0.0.1"
DATABASE = "kg"
WAIT_SECONDS = 15.0
"""How long to wait for a host that is starting (0.3 s) or recovering after a crash."""
WRITE_WAIT_SECONDS = 120.0

_PROCESS_SETTINGS = {
    # The engine reads these once per process, from its arguments; a server's own settings do not reach them.
    "txWalFlush": "1",  # as its production mode does: a commit survives the end of the process
    "queryMaxConcurrent": "0",  # otherwise the statement that ends a runaway query waits in a queue behind it
    "opencypher.loadCsv.allowFileUrls": "false",
    "opencypher.loadCsv.allowRemoteUrls": "false",
    "studio.enabled": "false",
    "support.autoRegister": "false",
}
_SERVER_SETTINGS: dict[str, Any] = {
    # Production mode hides every error message from the client. What else it sets is set here, one by one.
    "mode": "development",
    "host": LOOPBACK,
    "bolt_host": LOOPBACK,
    "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
}


@contextmanager
def open_folder(folder: Path) -> Iterator[Endpoint]:
    """Open a data folder, created when missing; give the endpoint of its engine while the context lasts.

    Raises StoreBusyError when a program holds the folder without sharing it, and StoreUnavailableError when the
    folder cannot be used or the engine does not start.
    """
    folder = _usable(folder)
    lock = FileLock(folder / "lock")
    notice = _host_or_none(folder, lock)
    if notice is not None:
        yield _endpoint(notice)
        return
    try:
        with _hosted(folder) as notice:
            yield _endpoint(notice)
    finally:
        lock.release()


@contextmanager
def write_lock(folder: Path) -> Iterator[None]:
    """Let one writer at a time into an open data folder, whatever process it is in.

    The engine takes several, but a MERGE in one transaction and another's commit of the same node can hide the node
    from the first (seen as edges without an end). Raises StoreBusyError when a writer does not come to an end.
    """
    lock = FileLock(folder.expanduser() / "writing", timeout=WRITE_WAIT_SECONDS)
    try:
        lock.acquire()
    except Timeout as error:
        raise StoreBusyError(
            zh=f"数据文件夹 {folder} 正被另一个命令写入，已等待 {WRITE_WAIT_SECONDS:g} 秒。请等它结束后再试",
            en=f"another command has been writing to the data folder {folder} for {WRITE_WAIT_SECONDS:g} seconds;"
            " try again when it has ended",
        ) from error
    try:
        yield
    finally:
        lock.release()


def _usable(folder: Path) -> Path:
    folder = folder.expanduser().resolve()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / "lock").touch()
    except OSError as error:
        raise StoreUnavailableError(
            zh=f"无法使用数据文件夹 {folder}：{error.strerror}。"
            "请检查权限，或用 DUTYGRAPH_DATA 指定别的文件夹",
            en=f"cannot use the data folder {folder}: {error.strerror}; check its permissions"
            " or name another one with DUTYGRAPH_DATA",
        ) from error
    return folder


def _host_or_none(folder: Path, lock: FileLock) -> HostNotice | None:
    """Return the notice of the folder's host, or None when this process now holds the lock and is to host."""
    give_up = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            if notice := HostNotice.read(_notice_path(folder)):
                return notice
        else:
            return None
        if time.monotonic() > give_up:
            raise _busy(folder)
        time.sleep(0.05)


@contextmanager
def _hosted(folder: Path) -> Iterator[HostNotice]:
    path = _notice_path(folder)
    path.unlink(missing_ok=True)
    server, notice = _started(folder)
    try:
        notice.write(path)
        yield notice
    finally:
        path.unlink(missing_ok=True)
        server.stop()


def _started(folder: Path) -> tuple[Any, HostNotice]:
    """Start the engine. Its passwords are new each time: they only have to reach those who read the notice."""
    arcadedb = _engine_library(folder / "logs")
    home = folder / "engine"
    passwords = Passwords.new()
    write_accounts(home / "config", passwords)
    notice = HostNotice(_free_port(), os.getpid(), passwords.writer, passwords.reader)
    config = _SERVER_SETTINGS | {"bolt_port": notice.port, "http_port": _free_port()}
    server = arcadedb.create_server(str(home), config=config)
    try:
        server.start()
        server.create_database(DATABASE)
    except arcadedb.ArcadeDBError as error:
        server.stop()
        if "LockException" in str(error):
            raise _busy(folder) from error
        raise StoreUnavailableError(
            zh=f"内置图数据库无法启动：{error}。日志在 {folder / 'logs'}",
            en=f"the embedded engine does not start: {error}; its log is in {folder / 'logs'}",
        ) from error
    return server, notice


def _engine_library(logs: Path) -> Any:
    """Load the engine with its log in the data folder and nothing on the terminal."""
    os.environ["ARCADEDB_LOG_DIR"] = str(logs)
    os.environ["ARCADEDB_LOG_CONSOLE"] = "0"
    os.environ["ARCADEDB_NATIVE_ISOLATE_ARGS"] = " ".join(
        f"-Darcadedb.{name}={value}" for name, value in _PROCESS_SETTINGS.items()
    )
    import arcadedb

    return arcadedb


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def _endpoint(notice: HostNotice) -> Endpoint:
    address = f"bolt://{LOOPBACK}:{notice.port}"
    return Endpoint(address, DATABASE, writer=(WRITER, notice.writer), reader=(READER, notice.reader))


def _notice_path(folder: Path) -> Path:
    return folder / "endpoint.json"


def _busy(folder: Path) -> StoreBusyError:
    return StoreBusyError(
        zh=f"数据文件夹 {folder} 正被另一个程序占用，且它没有应答。"
        "请先结束该程序，或用 DUTYGRAPH_DATA 指定别的文件夹",
        en=f"the data folder {folder} is held by another program that does not answer;"
        " end that program first, or name another folder with DUTYGRAPH_DATA",
    )
