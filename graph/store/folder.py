"""A data folder that several processes use: one hosts the engine, the others are its guests.

The first process that opens a folder holds its lock, hosts the engine and serves Bolt on loopback; others find
port and passwords in a notice beside the data and connect. The locks belong to the operating system, so they end
with their process, however that ends.
"""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from dutygraph.errors import UnwritableFileError
from dutygraph.graph.errors import StoreBusyError, StoreUnavailableError
from dutygraph.graph.store.accounts import READER, WRITER
from dutygraph.graph.store.embedded import DATABASE, LOOPBACK, held_elsewhere, start_engine
from dutygraph.graph.store.endpoint import Endpoint, HostNotice
from dutygraph.graph.store.manifest import check_manifest, write_manifest
from dutygraph.graph.store.room import TO_OPEN, check_room

_ENGINE = "engine"
"""The part of a data folder that the engine keeps."""
WAIT_SECONDS = 15.0
"""How long to wait for a host that is starting (0.3 s) or recovering after a crash."""


@contextmanager
def open_folder(folder: Path) -> Iterator[Endpoint]:
    """Open a data folder, created when missing; give the endpoint of its engine while the context lasts.

    Raises StoreBusyError when a program holds the folder without sharing it, StoreFullError when its disk has no room,
    and StoreUnavailableError when the folder cannot be used or the engine does not start.
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


def holds_graph(folder: Path) -> bool:
    """Return whether a graph was ever made in a data folder."""
    return (folder.expanduser() / _ENGINE).is_dir()


def readable_by_others(folder: Path) -> bool:
    """Return whether other users of this machine may look into a folder, where the system can tell."""
    return os.name == "posix" and folder.is_dir() and folder.stat().st_mode & 0o077 != 0


def _usable(folder: Path) -> Path:
    folder = folder.expanduser().resolve()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / "lock").touch()
    except OSError as error:
        raise _unusable(folder, error) from error
    return folder


def _unusable(folder: Path, error: OSError) -> StoreUnavailableError:
    return StoreUnavailableError(
        zh=f"无法使用数据文件夹 {folder}：{error.strerror}。请检查权限，或用 DUTYGRAPH_DATA 指定别的文件夹",
        en=f"cannot use the data folder {folder}: {error.strerror}; check its permissions"
        " or name another one with DUTYGRAPH_DATA",
    )


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
    with ExitStack() as stack:
        try:
            check_room(folder, TO_OPEN)
            for left in (path, *folder.glob(f"{path.stem}.*.draft")):  # a host that was killed leaves them
                left.unlink(missing_ok=True)
            # what the engine writes there is as open as this user's other files
            for name in (_ENGINE, "logs"):
                (folder / name).mkdir(mode=0o700, exist_ok=True)
                (folder / name).chmod(0o700)
            check_manifest(folder)
            server, notice = start_engine(folder)
            stack.callback(_stop, folder, server)
            notice.write(path)
        except OSError as error:
            raise _unusable(folder, error) from error
        yield notice


def _stop(folder: Path, server: Any) -> None:
    with ExitStack() as stack:
        with suppress(StoreBusyError):  # a guest whose commit is cut off cannot tell whether it was written
            stack.enter_context(write_lock(folder, WAIT_SECONDS))
        _notice_path(folder).unlink(missing_ok=True)
        server.stop()
        with suppress(UnwritableFileError):
            write_manifest(folder)


def _endpoint(notice: HostNotice) -> Endpoint:
    address = f"bolt://{LOOPBACK}:{notice.port}"
    return Endpoint(address, DATABASE, writer=(WRITER, notice.writer), reader=(READER, notice.reader))


def _notice_path(folder: Path) -> Path:
    return folder / "endpoint.json"
