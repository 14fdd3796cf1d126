"""A data folder that several processes use: one hosts the engine, the others are its guests.

The first process that opens a folder holds its lock, hosts the engine and serves Bolt on loopback; others find
port and passwords in a notice beside the data and connect. The locks belong to the operating system, so they end
with their process, however that ends.
"""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from dutygraph.graph.errors import StoreBusyError, StoreUnavailableError
from dutygraph.graph.store.accounts import READER, WRITER
from dutygraph.graph.store.embedded import DATABASE, LOOPBACK, held_elsewhere, start_engine
from dutygraph.graph.store.endpoint import Endpoint, HostNotice

WAIT_SECONDS = 15.0
"""How long to wait for a host that is starting (0.3 s) or recovering after a crash."""


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
def write_lock(folder: Path, wait: float) -> Iterator[None]:
    """Let one writer at a time into an open data folder, whatever process it is in; ``wait`` is in seconds.

    The engine takes several, but a MERGE in one transaction and another's commit of the same node can hide the node
    from the first (seen as edges without an end). Raises StoreBusyError when a writer does not come to an end.
    """
    try:
        with FileLock(folder.expanduser() / "writing").acquire(timeout=wait):
            yield
    except Timeout as error:
        raise StoreBusyError(
            zh=f"数据文件夹 {folder} 正被另一个命令写入，已等待 {wait:g} 秒。请等它结束后再试",
            en=f"another command has been writing to the data folder {folder} for {wait:g} seconds;"
            " try again when it has ended",
        ) from error


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
            raise held_elsewhere(folder)
        time.sleep(0.05)


@contextmanager
def _hosted(folder: Path) -> Iterator[HostNotice]:
    path = _notice_path(folder)
    path.unlink(missing_ok=True)
    server, notice = start_engine(folder)
    try:
        notice.write(path)
        yield notice
    finally:
        with ExitStack() as stack:
            with suppress(
                StoreBusyError
            ):  # a guest whose commit is cut off cannot tell whether it was written
                stack.enter_context(write_lock(folder, WAIT_SECONDS))
            path.unlink(missing_ok=True)
            server.stop()


def _endpoint(notice: HostNotice) -> Endpoint:
    address = f"bolt://{LOOPBACK}:{notice.port}"
    return Endpoint(address, DATABASE, writer=(WRITER, notice.writer), reader=(READER, notice.reader))


def _notice_path(folder: Path) -> Path:
    return folder / "endpoint.json"
