"""The policy of a route: what that costs, whether the answer may be kept, what body is taken, who may ask.

Each router states them for its routes. ``RoutePolicyMiddleware`` finds those of a request before anything is done about it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from fastapi import APIRouter
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

Cost = Literal["free", "ordinary", "dear", "whole"]
Body = Literal["small", "file", "documents"]


@dataclass(frozen=True, slots=True)
class RoutePolicy:
    """What all routes of a router have in common.

    ``cost``: ``free`` asks the graph for nothing, or looks in threads of its own (so do writes, which wait for each other);
    ``dear`` takes seconds, or sends many megabytes; ``whole`` sends the whole graph while it is made. All but ``free``
    read within the time limit of a request.
    """

    cost: Cost
    cached: bool = False
    """Whether the answer depends on the request and the graph alone."""
    body: Body = "small"
    """The largest that is taken; ``documents`` are refused as well when their job could not wait."""
    open: bool = False
    """Whether everybody may ask, since the answer tells nothing of the graph."""

    @property
    def reads(self) -> bool:
        """Whether the graph is asked, whatever the method."""
        return self.cost != "free"


FREE = RoutePolicy("free")
OPEN = RoutePolicy("free", open=True)
CACHED = RoutePolicy("ordinary", cached=True)
LIVE = RoutePolicy("ordinary")
"""Of an answer that changes while the graph stays: of jobs, or of the record of writes."""
DEAR = RoutePolicy("dear", cached=True)
QUESTION = RoutePolicy("dear")
"""Of a question whose words are in the body."""
WHOLE = RoutePolicy("whole")
WRITE = FREE
FILE = RoutePolicy("free", body="file")
DOCUMENTS = RoutePolicy("free", body="documents")


class PolicyRouter(APIRouter):
    """A router whose routes have one policy."""

    def __init__(self, policy: RoutePolicy, route_class: type[APIRoute], *tags: str, **options: Any) -> None:
        super().__init__(route_class=route_class, tags=list(tags), **options)
        self.policy = policy


class RoutePolicyMiddleware:
    """Puts the ``policy`` of a request into its state: that of the first route that takes it, ``FREE`` where none does."""

    def __init__(self, app: ASGIApp, routes: Sequence[tuple[BaseRoute, RoutePolicy]]) -> None:
        self._app, self._routes = app, routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its policy."""
        if scope["type"] == "http":
            taking = (policy for route, policy in self._routes if route.matches(scope)[0] == Match.FULL)
            scope["state"]["policy"] = next(taking, FREE)
        await self._app(scope, receive, send)
