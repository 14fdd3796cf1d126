"""One command at a time changes a graph, from its first list to its last finding.

A data folder is locked by a file, which the operating system frees when its holder ends. A server is used from several
machines: there the lock is a node that an open transaction has written and never commits. When its holder dies, the
server rolls that transaction back and lets the next command in.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import Event, Thread
from typing import Self

import neo4j
from filelock import FileLock, Timeout
from neo4j.exceptions import DriverError, Neo4jError

from dutygraph.graph.errors import StoreBusyError
from dutygraph.graph.store.cypher_files import cypher

CHECK_SECONDS = 0.2
"""Between two looks at who holds the lock, after the time to wait is over."""
_METADATA = "dutygraph_command"
"""Key of the transaction metadata by which the locking transactions are recognised."""


@contextmanager
def folder_lock(folder: Path, wait: float) -> Iterator[None]:
    """Hold the lock of a data folder while the context lasts.

    Other processes and other threads wait up to ``wait`` seconds, then get StoreBusyError.
    """
    folder = folder.expanduser()
    lock, note = FileLock(folder / "changing"), folder / "changing.since"
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise _busy(_noted(note), wait) from error
    try:
        with suppress(OSError):  # it only tells others since when they wait
            note.write_text(datetime.now().astimezone().isoformat(), encoding="utf-8")
        yield
    finally:
        lock.release()


@contextmanager
def server_lock(driver: neo4j.Driver, database: str, wait: float) -> Iterator[None]:
    """Hold the lock of a database at a Neo4j server while the context lasts, over a connection of its own.

    Other sessions, on whatever machine, wait up to ``wait`` seconds, then get StoreBusyError. The uniqueness constraint
    of the lock's node has to be there. Raises the driver's errors.
    """
    ticket = secrets.token_hex(16)
    with driver.session(database=database) as session:
        transaction = session.begin_transaction(metadata={_METADATA: ticket}, timeout=0)  # no limit of time
        try:
            with _Patience(driver, database, ticket, wait) as patience:
                _take(transaction, patience, wait)
            yield
        finally:
            with suppress(DriverError, Neo4jError):  # it ended already, and the lock with it
                transaction.close()


def _take(transaction: neo4j.Transaction, patience: "_Patience", wait: float) -> None:
    try:
        transaction.run(cypher("take_command_lock")).consume()
        patience.stop()
        transaction.run(cypher("take_command_lock")).consume()  # it may have been ended just before
    except Neo4jError as error:
        if patience.holder is None:
            raise
        raise _busy(patience.holder, wait) from error


class _Patience:
    """A context in which a transaction that waits for the lock is ended when another one holds it for too long.

    Neo4j has no limit of its own for the wait; a limit for the transaction would end the command as well.
    """

    holder: datetime | None = None
    """Since when the one that was waited for has been open, once the waiting transaction was ended."""

    def __init__(self, driver: neo4j.Driver, database: str, ticket: str, wait: float) -> None:
        self._session = driver.session(database=database)
        self._ticket, self._wait = ticket, wait
        self._stopped = Event()
        self._watcher = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End the watch; safe to call again."""
        self._stopped.set()
        self._watcher.join()

    def _watch(self) -> None:
        pause = self._wait
        with suppress(DriverError, Neo4jError), self._session as session:  # who waits meets the same trouble
            while self.holder is None and not self._stopped.wait(pause):
                pause = CHECK_SECONDS
                locking = {
                    row["metaData"][_METADATA]: row
                    for row in session.run(cypher("command_locks"))
                    if _METADATA in row["metaData"]
                }
                own = locking.pop(self._ticket, None)
                if own and locking:
                    self.holder = min(datetime.fromisoformat(row["startTime"]) for row in locking.values())
                    session.run(cypher("terminate_transaction"), id=own["transactionId"]).consume()


def _noted(note: Path) -> datetime | None:
    with suppress(OSError, ValueError):
        return datetime.fromisoformat(note.read_text(encoding="utf-8"))
    return None


def _busy(since: datetime | None, wait: float) -> StoreBusyError:
    time = f"{since.astimezone():%Y-%m-%d %H:%M}" if since else ""
    return StoreBusyError(
        zh=f"另一个命令{time and f'自 {time} 起'}正在读取清单或重新计算，已等待 {wait:g} 秒，本次未改动任何内容。"
        "请等它结束后再试",
        en=f"another command has been reading lists or recomputing{time and f' since {time}'}; waited {wait:g} seconds,"
        " nothing was changed; try again when it has ended",
    )
