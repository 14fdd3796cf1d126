"""The graph store: one class over the official Neo4j driver, for a Neo4j server and the embedded engine."""

import logging
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import AuthError, DriverError, IncompleteCommit

from dutygraph.graph.ontology import Ontology, ontology
from dutygraph.graph.store.connection import Connection
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.deadline import Deadlines
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.graph.store.translation import translated
from dutygraph.graph.store.values import Row, plain

T = TypeVar("T")
Parameters = Mapping[str, Any]

# Retries are no news for a terminal; a program that wants them configures logging.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Engine:
    """Which database answers, as it says itself."""

    name: str
    version: str

    @property
    def keeps_time_limits(self) -> bool:
        """The embedded engine ignores the time limit that the driver sends with a transaction."""
        return self.name == "Neo4j"


class Transaction:
    """A transaction in progress; it is committed when the function that got it returns."""

    def __init__(self, raw: neo4j.ManagedTransaction) -> None:
        self._raw = raw

    def run(self, cypher: str, parameters: Parameters | None = None) -> list[Row]:
        """Run a statement to its end and return its records as plain values."""
        result = self._raw.run(cypher, dict(parameters or {}))
        return [dict(zip(record.keys(), map(plain, record.values()), strict=True)) for record in result]


class _Holder(threading.local):
    """Whether the running thread holds the lock of the graph."""

    holds = False


class GraphStore:
    """Reads and writes of one graph, safe to share between threads.

    Isolation is read committed, as both engines give it: a second read in one transaction may see the commit
    of another.
    """

    def __init__(
        self, connection: Connection, deadlines: Deadlines, read_seconds: float | None = None
    ) -> None:
        self._connection = connection
        self._deadlines = deadlines
        self._read_seconds = read_seconds
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

    def limited(self, read_seconds: float) -> "GraphStore":
        """Return this store for callers that must not wait: each read through it may take so many seconds."""
        return GraphStore(self._connection, self._deadlines, read_seconds)

    @cached_property
    def engine(self) -> Engine:
        """Name and version of the database."""
        with translated(self._connection.endpoint.uri):
            agent = self._connection.writer.get_server_info().agent
        # The embedded engine answers "Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)", a server "Neo4j/5.26.30".
        name, version = (re.findall(r"(\w+)[/ ](\d[\w.]*)", agent) or [(agent, "")])[-1]
        return Engine(name, version)

    def read(self, cypher: str, parameters: Parameters | None = None) -> list[Row]:
        """Run one reading statement and return its records as plain values; retried when that can help.

        A read that takes longer than a ``limited`` store allows is ended and raises DeadlineError. A statement
        that the database does not accept raises QueryError, and so does one that writes.
        """

        @neo4j.unit_of_work(timeout=self._read_seconds)
        def work(raw: neo4j.ManagedTransaction, text: str) -> list[Row]:
            return Transaction(raw).run(text, parameters)

        def attempt() -> list[Row]:
            with self._in_time(cypher) as text, self._session(self._connection.reader) as session:
                return session.execute_read(work, text)

        return self._lasting(attempt)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run ``work`` in one transaction and return what it returns; nothing stays written when it raises.

        It is run again after a transient conflict, so it must do nothing but work on the transaction.
        """

        def managed(raw: neo4j.ManagedTransaction) -> T:
            return work(Transaction(raw))

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
        with translated(self._connection.endpoint.uri, self._read_seconds):
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
        """Give the text to run for a statement; the context ends it when it takes too long."""
        if self._read_seconds is None or self.engine.keeps_time_limits:
            return nullcontext(cypher)
        return self._deadlines.limit(cypher, self._read_seconds)


def _schema(of: Ontology) -> Iterator[tuple[str, str]]:
    """Name and statement of each constraint and index."""
    for kind in of.nodes.values():
        name = f"{kind.name}_id"
        yield name, cypher("create_constraint", NAME=name, LABEL=kind.name)
        for key in kind.index:
            name = f"{kind.name}_{key}"
            yield name, cypher("create_index", NAME=name, LABEL=kind.name, PROPERTY=key)
