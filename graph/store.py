"""The graph store: one class over the official Neo4j driver, for a Neo4j server and the embedded engine."""

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import ConstraintError

from graph.deadline import watched
from graph.embedded import open_folder
from graph.endpoint import Endpoint
from graph.ontology import Ontology, ontology
from graph.settings import StoreSettings
from graph.statements import statement
from graph.translation import translated
from graph.values import Row, plain

T = TypeVar("T")
Parameters = Mapping[str, Any]

RETRY_SECONDS = 10.0
"""How long transient errors are retried; also how long it takes to see that a folder's host has gone."""

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


class GraphStore:
    """Reads and writes of one graph, safe to share between threads.

    Isolation is read committed, as both engines give it: a second read in one transaction may see the commit
    of another.
    """

    def __init__(self, driver: neo4j.Driver, endpoint: Endpoint) -> None:
        self._driver = driver
        self._endpoint = endpoint

    @classmethod
    @contextmanager
    def open(cls, settings: StoreSettings) -> "Iterator[GraphStore]":
        """Open the Neo4j server that the settings name, or else the data folder.

        Raises StoreUnavailableError when the database cannot be reached or refuses the password, and
        StoreBusyError when the data folder is held by a program that does not share it.
        """
        with _endpoint(settings) as endpoint, _driver(endpoint) as driver:
            with translated(endpoint.uri):
                driver.verify_connectivity()
            yield cls(driver, endpoint)

    @cached_property
    def engine(self) -> Engine:
        """Name and version of the database."""
        with translated(self._endpoint.uri):
            agent = self._driver.get_server_info().agent
        # The embedded engine answers "Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)", a server "Neo4j/5.26.30".
        name, version = (re.findall(r"(\w+)[/ ](\d[\w.]*)", agent) or [(agent, "")])[-1]
        return Engine(name, version)

    def read(
        self, cypher: str, parameters: Parameters | None = None, *, timeout: float | None = None
    ) -> list[Row]:
        """Run one reading statement and return its records as plain values; retried when that can help.

        ``timeout`` is in seconds; a read that takes longer is ended and raises DeadlineError. A statement that
        the database does not accept raises QueryError. Only Neo4j refuses a statement that writes: text that a
        user typed has to be checked before it comes here.
        """

        @neo4j.unit_of_work(timeout=timeout)
        def work(raw: neo4j.ManagedTransaction) -> list[Row]:
            return Transaction(raw).run(cypher, parameters)

        with (
            translated(self._endpoint.uri, timeout),
            self._limit(cypher, timeout),
            self._session(neo4j.READ_ACCESS) as session,
        ):
            return session.execute_read(work)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run ``work`` in one transaction and return what it returns; nothing stays written when it raises.

        It is run again after a transient conflict, so it must do nothing but work on the transaction.
        """

        def managed(raw: neo4j.ManagedTransaction) -> T:
            return work(Transaction(raw))

        with translated(self._endpoint.uri), self._session(neo4j.WRITE_ACCESS) as session:
            try:
                return session.execute_write(managed)
            except ConstraintError:
                # On the embedded engine two MERGEs of one new node collide; the second run finds the node.
                return session.execute_write(managed)

    def prepare(self) -> None:
        """Create the constraints and indexes of the ontology that the database does not have yet."""
        with translated(self._endpoint.uri), self._session(neo4j.WRITE_ACCESS) as session:
            present = {
                row["name"]
                for show in ("show_constraints", "show_indexes")
                for row in session.run(statement(show))
            }
            for name, create in _schema(ontology()):
                if name not in present:
                    session.run(create).consume()

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(database=self._endpoint.database, default_access_mode=access)

    def _limit(self, cypher: str, timeout: float | None) -> AbstractContextManager[None]:
        if timeout is None or self.engine.keeps_time_limits:
            return nullcontext()
        return watched(self._driver, self._endpoint.database, cypher, timeout)


def _schema(of: Ontology) -> Iterator[tuple[str, str]]:
    """Name and statement of each constraint and index."""
    for kind in of.nodes.values():
        name = f"{kind.name}_id"
        yield name, statement("create_constraint", NAME=name, LABEL=kind.name)
        for key in kind.index:
            name = f"{kind.name}_{key}"
            yield name, statement("create_index", NAME=name, LABEL=kind.name, PROPERTY=key)


def _endpoint(settings: StoreSettings) -> AbstractContextManager[Endpoint]:
    if settings.uri is None:
        return open_folder(settings.data)
    password = settings.password.get_secret_value() if settings.password else None
    return nullcontext(Endpoint(settings.uri, settings.user, password, settings.database))


def _driver(endpoint: Endpoint) -> neo4j.Driver:
    with translated(endpoint.uri):
        return neo4j.GraphDatabase.driver(
            endpoint.uri,
            auth=(endpoint.user, endpoint.password) if endpoint.password else None,
            max_transaction_retry_time=RETRY_SECONDS,
            notifications_min_severity="OFF",
        )
