"""Time limits for reads on the embedded engine, which keeps none itself.

It ignores the limit the driver sends, and its own ``readTimeout`` only counts while records are read;
TERMINATE TRANSACTION ends a statement at once. A comment before the statement marks the run that is meant:
the engine lists running statements by their text, of which it shows the first 1,000 characters.
"""

import math
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from threading import TIMEOUT_MAX, Condition, Thread
from typing import Self

from neo4j.exceptions import DriverError, Neo4jError

from dutygraph.graph.store.connection import Connection
from dutygraph.graph.store.cypher_files import cypher

CHECK_SECONDS = 0.05


class Deadlines:
    """A context that ends the reads of one store when they exceed their limits, with one thread for all of them.

    The thread starts with the first read that has a limit. A mark is used again after its read has ended: the engine
    caches plans by the text of a statement, and would plan a text that is new each time anew.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._store = secrets.token_hex(8)  # the marks of other processes on the same engine are not ours
        self._ends: dict[str, float] = {}
        """Mark of each read in progress to its deadline (``time.monotonic``); guarded by ``_changed``."""
        self._changed = Condition()
        self._watcher: Thread | None = None
        self._closed = False
        self._wakes = math.inf

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._watcher:
            self._watcher.join()

    @contextmanager
    def limit(self, cypher: str, seconds: float) -> Iterator[str]:
        """Yield the text to run instead of ``cypher``; its run is ended when the context lasts longer than ``seconds``."""
        mark = self._begin(seconds)
        try:
            yield mark + cypher
        finally:
            with self._changed:
                del self._ends[mark]

    def _begin(self, seconds: float) -> str:
        """Register a read under a mark that no other read in progress has; return the mark."""
        end = time.monotonic() + seconds
        with self._changed:
            marks = (f"/*dutygraph {self._store} {number}*/ " for number in count())
            mark = next(mark for mark in marks if mark not in self._ends)
            self._ends[mark] = end
            if not (self._watcher and self._watcher.is_alive()):
                self._watcher = Thread(target=self._watch, name="dutygraph-deadlines", daemon=True)
                self._watcher.start()
            elif end < self._wakes:
                self._changed.notify()
        return mark

    def _watch(self) -> None:
        while self._sleep():
            with suppress(DriverError, Neo4jError):  # the reader meets the same trouble and reports it
                self._end_overdue()
            time.sleep(CHECK_SECONDS)

    def _sleep(self) -> bool:
        """Wait until a read exceeds its limit and return True; return False when the store is closed."""
        with self._changed:
            while not self._closed:
                now = time.monotonic()
                self._wakes = min(self._ends.values(), default=math.inf)
                if self._wakes <= now:
                    return True
                self._changed.wait(min(self._wakes - now, TIMEOUT_MAX))
            return False

    def _end_overdue(self) -> None:
        with self._connection.writer.session(database=self._connection.endpoint.database) as session:
            for row in session.run(cypher("show_transactions")).data():
                if self._is_overdue(row["currentQuery"]):
                    session.run(cypher("terminate_transaction"), id=row["transactionId"]).consume()

    def _is_overdue(self, text: str) -> bool:
        """Return whether a listed run has exceeded its limit; its mark may have gone to another read since."""
        now = time.monotonic()
        with self._changed:
            return any(text.startswith(mark) and end <= now for mark, end in self._ends.items())
