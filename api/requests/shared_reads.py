"""The work of requests: shared by those that ask alike, within one limit of time, ended when nobody waits for it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dutygraph.api.requests.costs import WORKERS, Gate, cost_of
from dutygraph.api.requests.response_cache import BufferedResponse, Key, ResponseCache, key_of
from dutygraph.api.revision_probe import RevisionProbe
from dutygraph.api.route_policy import Cost, RoutePolicy
from dutygraph.api.tasks import retrieve_exception
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.translation import overdue


@dataclass(slots=True)
class _Work:
    task: "asyncio.Task[BufferedResponse]"
    store: GraphStore
    name: "tuple[str, Key] | None"
    """Under which others that ask alike find it."""
    clients: int = 0


class SharedReadMiddleware:
    """Answers reads of the graph; ``seconds`` is the time that each has, at the gate and in Python too.

    An answer and its parts are of one state of the graph: when a write comes between, the work is done again.
    The whole graph goes out while the answer is made: it passes the gate, and is neither kept nor shared.
    Expects the ``store``, the ``probe`` and the ``policy`` in the state, and puts the store of the request in its place and
    the ``revision`` that the answer is of beside it.
    """

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self._app, self._seconds = app, seconds
        self._cache = ResponseCache()
        self._running: dict[tuple[str, Key], _Work] = {}
        self._gates: dict[Cost, Gate] = {cost: Gate(cost) for cost in WORKERS}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a read; everything else is passed on."""
        policy: RoutePolicy | None = scope["state"]["policy"] if scope["type"] == "http" else None
        if policy is None or not policy.reads:
            await self._app(scope, receive, send)
        elif policy.cost == "whole":
            await self._stream(scope, receive, send)
        else:
            await self._answer(scope, receive, send)

    async def _stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        gate = self._gates[cost_of(scope)]
        await gate.enter()
        probe: RevisionProbe = scope["state"]["probe"]
        try:
            state = {**scope["state"], "revision": await probe.revision()}
            await self._app({**scope, "state": state}, receive, send)
        finally:
            gate.leave()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        probe: RevisionProbe = scope["state"]["probe"]
        revision = await probe.revision()
        policy: RoutePolicy = scope["state"]["policy"]
        body = await _body_of(receive) if scope["method"] == "POST" else b""
        key = key_of(scope) if policy.cached else None
        cached = key and self._cache.find(revision, key)
        if cached:
            await cached.send(send)
            return
        work = self._work(revision, key, scope, body)
        answer = await self._wait(work, receive)
        if answer is not None:
            await answer.send(send)

    def _work(self, revision: str, key: Key | None, scope: Scope, body: bytes) -> _Work:
        """Return the work on a request, the one in progress for a request that asks alike if there is one."""
        name = (revision, key) if key is not None else None
        if name in self._running:
            return self._running[name]
        base: GraphStore = scope["state"]["store"]
        store = base.limited(self._seconds)
        scope = {**scope, "state": {**scope["state"], "store": store}}
        work = _Work(asyncio.create_task(self._do(revision, key, scope, body)), store, name)
        if name is not None:
            self._running[name] = work
            work.task.add_done_callback(lambda _: self._forget(work))
        return work

    def _forget(self, work: _Work) -> None:
        """Let whoever asks from now on not find a work that has ended or is given up."""
        if work.name is not None and self._running.get(work.name) is work:
            del self._running[work.name]

    async def _do(self, revision: str, key: Key | None, scope: Scope, body: bytes) -> BufferedResponse:
        gate = self._gates[cost_of(scope)]
        await gate.enter()
        try:
            return await self._consistent(revision, key, scope, body)
        finally:
            gate.leave()

    async def _consistent(self, before: str, key: Key | None, scope: Scope, body: bytes) -> BufferedResponse:
        """Return an answer during whose making nothing was written; the time limit ends the attempts."""
        probe: RevisionProbe = scope["state"]["probe"]
        store: GraphStore = scope["state"]["store"]
        while True:
            answer = BufferedResponse()
            state = {**scope["state"], "revision": before, "store": store.at(before)}
            await self._app({**scope, "state": state}, _sends(body), answer.add)
            after = await probe.revision()
            if after == before:
                break
            before = after
        if key is not None:
            self._cache.keep(after, key, answer)
        return answer

    async def _wait(self, work: _Work, receive: Receive) -> BufferedResponse | None:
        """Return the answer, or None when the client has gone. Raises DeadlineError, and what the work raises."""
        work.clients += 1
        gone = asyncio.create_task(_disconnect(receive))
        try:
            await asyncio.wait({work.task, gone}, timeout=self._seconds, return_when=asyncio.FIRST_COMPLETED)
            if work.task.done():
                return work.task.result()
            if gone.done():
                return None
            raise overdue(self._seconds)
        finally:
            gone.cancel()
            work.clients -= 1
            if not work.clients and not work.task.done():
                self._forget(work)
                work.store.give_up()
                work.task.add_done_callback(retrieve_exception)


async def _disconnect(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _body_of(receive: Receive) -> bytes:
    """Return the whole body of a request; it ends where the client has gone."""
    parts = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


def _sends(body: bytes) -> Callable[[], Awaitable[Message]]:
    """Return what a route receives: the body, and never that a client has gone, since others may wait."""
    sent = False

    async def receive() -> Message:
        nonlocal sent
        if sent:
            await asyncio.Event().wait()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
