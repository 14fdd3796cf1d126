"""The driver's connection to the database that the settings name."""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from threading import Lock
from types import TracebackType
from typing import Self

import neo4j

from dutygraph.graph.errors import StoreUnavailableError
from dutygraph.graph.store.command_lock import folder_lock, server_lock
from dutygraph.graph.store.endpoint import Endpoint
from dutygraph.graph.store.folder import open_folder, write_lock
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.graph.store.translation import translated

SERVER_RETRY_SECONDS = 30.0
FOLDER_RETRY_SECONDS = 1.0
"""How long the driver retries. A data folder has one writer at a time, so it is short there: what is left to
retry is a host that has gone, and then the folder is opened again."""


class Connection:
    """A context that holds drivers to read and to write, safe to share between threads.

    To a data folder it can be renewed: when the process that hosted the engine has ended, this one opens the
    folder again, as its host or as a guest of the next host.
    """

    endpoint: Endpoint
    writer: neo4j.Driver
    reader: neo4j.Driver
    """On the embedded engine with an account that may only read; at a server the same as ``writer``."""

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

    def renew(self, lost: neo4j.Driver) -> bool:
        """Open the data folder again unless another thread has; False for a server, which has its own address."""
        if self._settings.uri is not None:
            return False
        with self._renewing:
            if self.writer is lost:
                self._stack.close()
                self._open()
        return True

    def writing(self) -> AbstractContextManager[None]:
        """Wait for the turn to write, which a server manages itself."""
        if self._settings.uri is not None:
            return nullcontext()
        return write_lock(self._settings.data, self._settings.wait)

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
                self.writer = opened.enter_context(self._driver(self.endpoint.writer))
                self.reader = self.writer
                if self.endpoint.reader != self.endpoint.writer:
                    self.reader = opened.enter_context(self._driver(self.endpoint.reader))
                self.writer.verify_connectivity()
            self._stack = opened.pop_all()

    def _driver(self, account: tuple[str, str] | None) -> neo4j.Driver:
        retry = FOLDER_RETRY_SECONDS if self._settings.uri is None else SERVER_RETRY_SECONDS
        return neo4j.GraphDatabase.driver(
            self.endpoint.uri,
            auth=account,
            max_transaction_retry_time=retry,
            initial_retry_delay=retry / 10,
            notifications_min_severity="OFF",
        )


def _endpoint(settings: StoreSettings) -> AbstractContextManager[Endpoint]:
    if settings.uri is None:
        return open_folder(settings.data)
    if not re.match(r"(neo4j|bolt)(\+s|\+ssc)?://", settings.uri):
        raise StoreUnavailableError(
            zh=f"DUTYGRAPH_URI 应以 neo4j:// 或 bolt:// 开头（加密连接用 neo4j+s://），不能是 {settings.uri}",
            en=f"DUTYGRAPH_URI has to begin with neo4j:// or bolt:// (neo4j+s:// to encrypt), not {settings.uri}",
        )
    account = (settings.user, settings.password.get_secret_value()) if settings.password else None
    return nullcontext(Endpoint(settings.uri, settings.database, writer=account, reader=account))
