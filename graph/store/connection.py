"""The driver's connection to the database that the settings name."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from pathlib import Path
from threading import Lock, Thread
from types import TracebackType
from typing import Self

import neo4j

from dutygraph.graph.errors import QueryError
from dutygraph.graph.identity import digest
from dutygraph.graph.store.command_lock import folder_lock, server_lock
from dutygraph.graph.store.endpoint import Endpoint, check_address
from dutygraph.graph.store.folder import open_folder, write_lock
from dutygraph.graph.store.room import TO_WRITE, check_room
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.graph.store.translation import translated

SERVER_RETRY_SECONDS = 30.0
READ_RETRY_SECONDS = 1.0
FOLDER_RETRY_SECONDS = 1.0
"""How long the driver retries. A data folder has one writer at a time, so it is short there: what is left to
retry is a host that has gone, and then the folder is opened again. Readers do not wait for a server that is away."""
CONNECT_SECONDS = 30.0
READ_CONNECT_SECONDS = 1.0
"""How long the driver waits for a connection to be made; twice as long for one to become free."""


class Connection:
    """A context that holds drivers to read and to write, safe to share between threads.

    To a data folder it can be renewed: when the process that hosted the engine has ended, this one opens the
    folder again, as its host or as a guest of the next host.
    """

    endpoint: Endpoint
    writer: neo4j.Driver
    reader: neo4j.Driver
    """On the embedded engine with an account that may only read; it waits for less than ``writer`` does."""

    def __init__(self, settings: StoreSettings) -> None:
        self._settings = settings
        self._stack = ExitStack()
        self._renewing = Lock()

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    @property
    def folder(self) -> Path | None:
        """The data folder; None for a server."""
        return self._settings.data.expanduser() if self._settings.uri is None else None

    def renew(self, lost: neo4j.Driver) -> bool:
        """Open the data folder again unless another thread has; False for a server, which has its own address."""
        if self._settings.uri is not None:
            return False
        with self._renewing:
            if self.writer is lost:
                self._stack.close()
                self._open()
        return True

    def beside(self, file: str) -> Path:
        """Return where a file of ours that belongs to this graph lies: in the data folder, which need not be there."""
        folder, uri = self._settings.data.expanduser(), self._settings.uri
        return folder / (file if uri is None else f"{digest(uri, self._settings.database)}-{file}")

    def reconnect(self) -> None:
        """Leave the connections to a server that does not answer: what waits for it fails now, and new ones are made.

        The engine of a data folder is on this machine, and ends its connections with itself.
        """
        if self._settings.uri is None:
            return
        with self._renewing:
            left = self.writer, self.reader
            self._connect()
        Thread(
            target=_close, args=left, name="dutygraph-leaving", daemon=True
        ).start()  # a farewell may hang too

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Wait for the turn to write, which a server manages itself. Raises StoreFullError where there is no room for it."""
        if self.folder is None:
            yield
            return
        check_room(self.folder, TO_WRITE)
        with write_lock(self.folder, self._settings.wait):
            try:
                yield
            except QueryError:
                check_room(self.folder, TO_WRITE)  # the engine tells of any fault that it cannot commit
                raise

    @contextmanager
    def command_lock(self) -> Iterator[None]:
        """Keep other commands from changing the graph while the context lasts; raises StoreBusyError."""
        wait = self._settings.wait
        with ExitStack() as held:
            if self._settings.uri is None:
                held.enter_context(folder_lock(self._settings.data, wait))
            else:
                with translated(self.endpoint.uri):
                    held.enter_context(server_lock(self.writer, self.endpoint.database, wait))
            yield

    def _open(self) -> None:
        with ExitStack() as opened:
            self.endpoint = opened.enter_context(_endpoint(self._settings))
            with translated(self.endpoint.uri):
                self._connect()
                opened.callback(lambda: _close(self.writer, self.reader))
                self.writer.verify_connectivity()
            self._stack = opened.pop_all()

    def _connect(self) -> None:
        retry = FOLDER_RETRY_SECONDS if self._settings.uri is None else SERVER_RETRY_SECONDS
        self.writer = self._driver(self.endpoint.writer, retry, CONNECT_SECONDS)
        self.reader = self._driver(self.endpoint.reader, READ_RETRY_SECONDS, READ_CONNECT_SECONDS)

    def _driver(self, account: tuple[str, str] | None, retry: float, connect: float) -> neo4j.Driver:
        return neo4j.GraphDatabase.driver(
            self.endpoint.uri,
            auth=account,
            max_transaction_retry_time=retry,
            initial_retry_delay=retry / 10,
            connection_timeout=connect,
            connection_acquisition_timeout=2 * connect,
            notifications_min_severity="OFF",
        )


def _close(*drivers: neo4j.Driver) -> None:
    for driver in drivers:
        driver.close()


def _endpoint(settings: StoreSettings) -> AbstractContextManager[Endpoint]:
    if settings.uri is None:
        return open_folder(settings.data)
    check_address(settings.uri)
    account = (settings.user, settings.password.get_secret_value()) if settings.password else None
    return nullcontext(Endpoint(settings.uri, settings.database, writer=account, reader=account))
