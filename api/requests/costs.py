"""What a request costs, and the gates that keep dear ones from taking the service away from the others."""

import asyncio
from collections.abc import Mapping

from starlette.requests import Request
from starlette.types import Scope

from dutygraph.api.negotiation import TABLES, liked_format
from dutygraph.api.route_policy import Cost, RoutePolicy
from dutygraph.bilingual import Bilingual
from dutygraph.errors import DutygraphError

WORKERS: Mapping[Cost, int] = {"ordinary": 4, "dear": 2, "whole": 1}
_QUEUE: Mapping[Cost, int] = {"ordinary": 256, "dear": 16, "whole": 4}
"""So many requests wait at a gate; more are refused."""
_PATIENCE: Mapping[Cost, float] = {"ordinary": 10.0, "dear": 5.0, "whole": 5.0}
"""Seconds that a request waits at a gate before it is refused."""


class BusyError(DutygraphError):
    """More work is asked for than the service does at once; the request was not begun."""

    status = 503
    code = "busy"
    public = Bilingual("服务正忙，请稍后再试", "the service is busy; try again later")


def cost_of(scope: Scope) -> Cost:
    """Return what a request costs: what its route says, and more for a whole list as a table."""
    policy: RoutePolicy = scope["state"]["policy"]
    request = Request(scope)
    shape = request.query_params.get("format") or liked_format(request)
    return "dear" if shape in TABLES and policy.cost == "ordinary" else policy.cost


class Gate:
    """Lets so much work of one cost run at once. Who has passed leaves when the work has ended, not when nobody waits."""

    def __init__(self, cost: Cost) -> None:
        self._free = asyncio.Semaphore(WORKERS[cost])
        self._queue, self._patience = _QUEUE[cost], _PATIENCE[cost]
        self._waiting = 0

    async def enter(self) -> None:
        """Wait for a place. Raises BusyError when too many wait, or for too long."""
        if self._free.locked() and self._waiting >= self._queue:
            raise _busy()
        self._waiting += 1
        try:
            async with asyncio.timeout(self._patience):
                await self._free.acquire()
        except TimeoutError as error:
            raise _busy() from error
        finally:
            self._waiting -= 1

    def leave(self) -> None:
        """Give the place to the next one."""
        self._free.release()


def _busy() -> BusyError:
    return BusyError(zh="同类请求太多", en="too many requests of this kind at once")
