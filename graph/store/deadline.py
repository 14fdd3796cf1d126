"""Time limits for reads, on both engines alike, and their end when nobody waits for them any more.

The embedded engine ignores the limit the driver sends, and its own ``readTimeout`` only counts while records are read;
neither engine notices that a client has gone. TERMINATE TRANSACTION ends a statement at once. A comment before the
statement marks the run that is meant: the engines list running statements by their text, of which the embedded one shows
the first 1,000 characters.
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
LEAVE_SECONDS = 2.0
"""How long closing waits for the thread, which a database that hangs keeps for as long as it likes."""


class Budget:
    """The time that one piece of work has for all of its reads, in seconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds until the end; not above 0 when it has come."""
        return self._end - time.monotonic()

    def end_now(self) -> None:
        """Leave no time: what runs is ended, and nothing more begins. ``Deadlines.withdraw`` makes it known."""
        self._end = -math.inf


class Deadlines:
    """A context that ends the reads of one store when they exceed their limits, with one thread for all of them.

    The thread starts with the first read that has a limit. A mark is used again after its read has ended: the engine
    caches plans by the text of a statement, and would plan a text that is new each time anew.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._store = secrets.token_hex(8)  # the marks of other processes on the same engine are not ours
        self._budgets: dict[str, Budget] = {}
        """Mark of each read in progress to the time it has; guarded by ``_changed``."""
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
            self._watcher.join(LEAVE_SECONDS)

    @contextmanager
    def limit(self, cypher: str, budget: Budget) -> Iterator[str]:
        """Yield the text to run instead of ``cypher``; its run is ended when the context lasts longer than the budget."""
        mark = self._begin(budget)
        try:
            yield mark + cypher
        finally:
            with self._changed:
                del self._budgets[mark]

    def withdraw(self, budget: Budget) -> None:
        """End the reads of a budget at once."""
        with self._changed:
            budget.end_now()
            self._changed.notify()

    def _begin(self, budget: Budget) -> str:
        """Register a read under a mark that no other read in progress has; return the mark."""
        end = time.monotonic() + budget.left
        with self._changed:
            marks = (f"/*dutygraph {self._store} {number}*/ " for number in count())
            mark = next(mark for mark in marks if mark not in self._budgets)
            self._budgets[mark] = budget
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
                left = min((budget.left for budget in self._budgets.values()), default=math.inf)
                if left <= 0:
                    return True
                self._wakes = time.monotonic() + left
                self._changed.wait(min(left, TIMEOUT_MAX))
            return False

    def _end_overdue(self) -> None:
        with self._connection.writer.session(database=self._connection.endpoint.database) as session:
            for row in session.run(cypher("show_transactions")).data():
                if self._is_overdue(row["currentQuery"]):
                    session.run(cypher("terminate_transaction"), id=row["transactionId"]).consume()

    def _is_overdue(self, text: str) -> bool:
        """Return whether a listed run has exceeded its limit; its mark may have gone to another read since."""
        with self._changed:
            return any(text.startswith(mark) and budget.left <= 0 for mark, budget in self._budgets.items())
