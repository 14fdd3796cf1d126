"""Whether the database answers, and which state of the graph it holds: one look for all requests that came before it."""

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import NamedTuple, TypeVar

import anyio
import anyio.to_thread

from dutygraph.api.tasks import retrieve_exception
from dutygraph.graph.errors import StoreUnavailableError
from dutygraph.graph.store.graph_store import Engine, GraphStore
from dutygraph.queries.versions import data_version

T = TypeVar("T")

LOOK_SECONDS = 1.5
"""So long a database server may take to answer a look; then it counts as away."""
OWN_LOOK_SECONDS = 15.0
"""So long the embedded engine may: it is no further away than this machine is busy."""
AWAY_SECONDS = 1.0
"""So long nobody asks a database that is away: requests are refused at once."""
_LOOKS_AT_ONCE = 4


class EngineState(NamedTuple):
    """Which engine answers, and the version of the lists it holds."""

    engine: Engine
    data_version: str


class RevisionProbe:
    """Looks at the state of a graph in threads of its own, which no work of requests can take.

    A look that has begun may have seen a state from before a request came, so a request waits for the next one; all
    that come meanwhile share it.
    """

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._seconds = LOOK_SECONDS if store.folder is None else OWN_LOOK_SECONDS
        self._threads = anyio.CapacityLimiter(_LOOKS_AT_ONCE)
        self._running: asyncio.Task[str] | None = None
        self._next: asyncio.Task[str] | None = None
        self._away: StoreUnavailableError | None = None
        self._away_until = 0.0
        self._described: tuple[str, EngineState] | None = None
        """The revision that was last described."""

    async def revision(self) -> str:
        """Return the revision of the graph now (``GraphStore.revision``). Raises what the look raises."""
        self._refuse_while_away()
        if self._next is None:
            self._next = asyncio.create_task(self._look_after(self._running))
            self._next.add_done_callback(retrieve_exception)
        return await asyncio.shield(self._next)

    async def described(self) -> EngineState:
        """Return which engine answers and which lists it holds now. Raises what a look raises."""
        revision = await self.revision()
        if self._described is None or self._described[0] != revision:
            self._described = revision, await self._bounded(self._describe)
        return self._described[1]

    def _describe(self) -> EngineState:
        return EngineState(self._store.engine, data_version(self._store.limited(self._seconds)))

    async def _look_after(self, running: "asyncio.Task[str] | None") -> str:
        if running is not None:
            await asyncio.wait([running])
        self._running, self._next = self._next, None
        self._refuse_while_away()
        try:
            return await self._bounded(self._store.limited(self._seconds).revision)
        except StoreUnavailableError as error:
            self._away, self._away_until = error, monotonic() + AWAY_SECONDS
            raise

    def _refuse_while_away(self) -> None:
        if self._away is not None and monotonic() < self._away_until:
            raise StoreUnavailableError(zh=self._away.text.zh, en=self._away.text.en) from self._away

    async def _bounded(self, look: Callable[[], T]) -> T:
        """Look in a thread; one that does not come back is left to its fate."""
        try:
            with anyio.fail_after(self._seconds):
                return await anyio.to_thread.run_sync(look, abandon_on_cancel=True, limiter=self._threads)
        except TimeoutError as error:
            self._store.reconnect()
            raise StoreUnavailableError(
                zh=f"图数据库 {self._seconds:g} 秒内没有应答",
                en=f"the database does not answer within {self._seconds:g} seconds",
            ) from error
