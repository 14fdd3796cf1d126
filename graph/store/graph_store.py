"""The graph store: one class over the official Neo4j driver, for a Neo4j server and the embedded engine."""

import logging
import re
import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import AuthError, DriverError, IncompleteCommit

from dutygraph.graph.ontology import Ontology, ontology
from dutygraph.graph.store.connection import Connection
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.deadline import Budget, Deadlines
from dutygraph.graph.store.revision_cache import RevisionCache
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.graph.store.translation import overdue, translated
from dutygraph.graph.store.values import Row, plain

T = TypeVar("T")
Parameters = Mapping[str, Any]
_LEAST_SECONDS = 0.001
"""A limit of 0 would be none for a server."""

# Retries are no news for a terminal; a program that wants them configures logging.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Engine:
    """Which database answers, as it says itself."""

    name: str
    version: str


class Transaction:
    """A transaction in progress; it is committed when the function that got it returns."""

    def __init__(self, raw: neo4j.ManagedTransaction) -> None:
        self._raw = raw

    def run(self, cypher: str, parameters: Parameters | None = None) -> list[Row]:
        """Run a statement to its end and return its records as plain values."""
        result = self._raw.run(cypher, dict(parameters or {}))
        return [_row(record) for record in result]


def _row(record: neo4j.Record) -> Row:
    return dict(zip(record.keys(), map(plain, record.values()), strict=True))


class _Holder(threading.local):
    """Whether the running thread holds the lock of the graph."""

    holds = False


class GraphStore:
    """Reads and writes of one graph, safe to share between threads.

    Isolation is read committed, as both engines give it: a second read in one transaction may see the commit
    of another.
    """

    def __init__(self, connection: Connection, deadlines: Deadlines) -> None:
        self._connection = connection
        self._deadlines = deadlines
        self._budget: Budget | None = None
        self._cache = RevisionCache()
        self._at: str | None = None
        self._lock = _Holder()

    @classmethod
    @contextmanager
    def open(cls, settings: StoreSettings) -> "Iterator[GraphStore]":
        """Open the Neo4j server that the settings name, or else the data folder; reads have no time limit.

        Raises StoreUnavailableError when the database cannot be reached or refuses the password, and
        StoreBusyError when the data folder is held by a program that does not share it.
        """
        with Connection(settings) as connection, Deadlines(connection) as deadlines:
            yield cls(connection, deadlines)

    def limited(self, seconds: float) -> "GraphStore":
        """Return this store for one piece of work that begins now: all of its reads together may take so many seconds."""
        store = GraphStore(self._connection, self._deadlines)
        store._budget, store._cache = Budget(seconds), self._cache
        return store

    def at(self, revision: str) -> "GraphStore":
        """Return this store for work at a revision that the caller has checked.

        Kept values are taken at that revision without asking for it each time.
        """
        store = GraphStore(self._connection, self._deadlines)
        store._budget, store._cache, store._at = self._budget, self._cache, revision
        return store

    def give_up(self) -> None:
        """End the read that runs through this limited store, and refuse it every other: nobody waits for it any more."""
        if self._budget is not None:
            self._deadlines.withdraw(self._budget)

    def reconnect(self) -> None:
        """Leave the connections to a server that does not answer; reads that wait for it fail."""
        self._connection.reconnect()

    @cached_property
    def engine(self) -> Engine:
        """Name and version of the database."""
        with translated(self._connection.endpoint.uri):
            agent = self._connection.writer.get_server_info().agent
        # The embedded engine answers "Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)", a server "Neo4j/5.26.30".
        name, version = (re.findall(r"(\w+)[/ ](\d[\w.]*)", agent) or [(agent, "")])[-1]
        return Engine(name, version)

    def beside(self, file: str) -> Path:
        """Return where a file of ours that belongs to this graph lies: in the data folder, which need not be there."""
        return self._connection.beside(file)

    @property
    def folder(self) -> Path | None:
        """The data folder of the embedded engine; None at a server."""
        return self._connection.folder

    def revision(self) -> str:
        """Return a text that is another one after every write, whatever it changed; empty before the first.

        What was read between two equal revisions was read from one state of the graph.
        """
        rows = self.read(cypher("revision"))
        return str(rows[0]["revision"]) if rows else ""

    def cached(self, name: str, make: Callable[[], T], state: Callable[[], str] | None = None) -> T:
        """Return what ``make`` returns, which must not be changed; it is made once for each revision of the graph.

        ``state`` tells of what else than the revision it is made; where it returns "", nothing is cached.
        """
        known = self._at
        return self._cache.value(name, state or (self.revision if known is None else lambda: known), make)

    def read(self, cypher: str, parameters: Parameters | None = None) -> list[Row]:
        """Run one reading statement and return its records as plain values; retried when that can help.

        A read that takes longer than a ``limited`` store allows is ended and raises DeadlineError. A statement
        that the database does not accept raises QueryError, and so does one that writes.
        """
        return self._reading(cypher, lambda raw, text: Transaction(raw).run(text, parameters))

    def read_first(self, cypher: str, parameters: Parameters, most: int) -> tuple[list[str], list[Row]]:
        """Run one reading statement as ``read`` does; return its columns and its first records, ``most`` at most.

        What comes after them is not fetched.
        """

        def first(raw: neo4j.ManagedTransaction, text: str) -> tuple[list[str], list[Row]]:
            result = raw.run(text, dict(parameters))
            return list(result.keys()), [_row(record) for record in result.fetch(most)]

        return self._reading(cypher, first)

    def _reading(self, cypher: str, work: Callable[[neo4j.ManagedTransaction, str], T]) -> T:
        """Return what ``work`` does with the text to run for a statement, in a transaction that may only read."""
        seconds = None if self._budget is None else max(self._budget.left, _LEAST_SECONDS)
        timed = neo4j.unit_of_work(timeout=seconds)(work)

        def attempt() -> T:
            with self._in_time(cypher) as text, self._session(self._connection.reader) as session:
                return session.execute_read(timed, text)

        return self._lasting(attempt)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run ``work`` in one transaction and return what it returns; nothing stays written when it raises.

        It is run again after a transient conflict, so it must do nothing but work on the transaction. Raises
        StoreFullError when the disk with the data folder is full.
        """

        def managed(raw: neo4j.ManagedTransaction) -> T:
            result = work(Transaction(raw))
            raw.run(cypher("set_revision"), revision=secrets.token_hex(8)).consume()
            return result

        def attempt() -> T:
            with self._session(self._connection.writer) as session:
                return session.execute_write(managed)

        with self._connection.writing():
            return self._lasting(attempt)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other commands from changing lists, rules or findings while the context lasts, and prepare the database.

        A thread that holds the lock may take it again. Other threads, processes and machines wait up to the setting
        ``wait``, then get StoreBusyError. Reading goes on, and so do single writes that change none of these.
        """
        if self._lock.holds:
            yield
            return
        self.prepare()
        with self._connection.command_lock():
            self._lock.holds = True
            try:
                yield
            finally:
                self._lock.holds = False

    def prepare(self) -> None:
        """Create the constraints and indexes of the ontology that the database does not have yet."""

        def attempt() -> None:
            with self._session(self._connection.writer) as session:
                shows = [session.run(cypher(file)).value() for file in ("show_constraints", "show_indexes")]
                present = {name for names in shows for name in names}
                for name, create in _schema(ontology()):
                    if name not in present:
                        session.run(create).consume()

        with self._connection.writing():
            self._lasting(attempt)

    def _lasting(self, attempt: Callable[[], T]) -> T:
        """Attempt it, and once more when the host of the data folder has ended meanwhile."""
        lost = self._connection.writer
        with translated(self._connection.endpoint.uri, self._budget.seconds if self._budget else None):
            try:
                return attempt()
            except IncompleteCommit:  # it may have been written: not to be done twice
                raise
            except (DriverError, AuthError):  # a host that is shutting down refuses its own password
                if not self._connection.renew(lost):
                    raise
                return attempt()

    def _session(self, driver: neo4j.Driver) -> neo4j.Session:
        return driver.session(database=self._connection.endpoint.database)

    def _in_time(self, cypher: str) -> AbstractContextManager[str]:
        """Give the text to run for a statement; the context ends it when its time is over. Raises DeadlineError."""
        if self._budget is None:
            return nullcontext(cypher)
        if self._budget.left <= 0:
            raise overdue(self._budget.seconds)
        return self._deadlines.limit(cypher, self._budget)


def _schema(of: Ontology) -> Iterator[tuple[str, str]]:
    """Name and statement of each constraint and index."""
    for kind in of.nodes.values():
        name = f"{kind.name}_id"
        yield name, cypher("create_constraint", NAME=name, LABEL=kind.name)
        for key in kind.index:
            name = f"{kind.name}_{key}"
            yield name, cypher("create_index", NAME=name, LABEL=kind.name, PROPERTY=key)
