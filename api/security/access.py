"""The check of every request, before any of its body is read: who asks, and that a browser's write is from our own pages."""

from dataclasses import dataclass
from hmac import compare_digest
from typing import Annotated

from fastapi import Depends, Request
from fastapi.dependencies.models import Dependant
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from dutygraph.api.route_policy import RoutePolicy
from dutygraph.api.security.errors import role_needed, token_needed
from dutygraph.api.security.origin import by_browser, check_origin, forwarded
from dutygraph.api.security.tokens import ROLES, Role, TokenFile
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore

COOKIE = "token"
LOGIN = "/login"
_SAFE = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True, slots=True)
class Client:
    """Who makes a request, by the name of the token; a person at this machine has none."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether what a role allows is allowed."""
        return ROLES.index(self.role) >= ROLES.index(role)

    def check(self, role: Role) -> None:
        """Raise UnknownClientError or ForbiddenError unless what a role allows is allowed."""
        if not self.may(role):
            raise role_needed(self.name, self.role, role) if self.name else token_needed()


class AccessMiddleware:
    """Puts the actor of a request into its state, or refuses it.

    Reads are free where the service is for this machine alone; as long as no token has been made, a browser there may also
    write from our own pages. All others, and those that come through a proxy, show a token: programs as
    ``Authorization: Bearer``, browsers in the cookie that the login page sets.
    """

    def __init__(self, app: ASGIApp, settings: ServiceSettings) -> None:
        self._app, self._settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its actor. Raises UnknownClientError and ForbiddenError."""
        if scope["type"] == "http":
            request, policy = HTTPConnection(scope), scope["state"]["policy"]
            if not policy.open:
                scope["state"]["actor"] = await self._actor(request, policy)
            elif scope["method"] not in _SAFE:
                check_origin(request)
        await self._app(scope, receive, send)

    async def _actor(self, request: HTTPConnection, policy: RoutePolicy) -> Client:
        bearer = _bearer(request)
        secret = bearer or request.cookies.get(COOKIE)
        store: GraphStore = request.scope["state"]["store"]
        known = await run_in_threadpool(holder, self._settings, store, secret) if secret else None
        if bearer and known is None:
            raise token_needed()
        reads = request.scope["method"] in _SAFE
        asks = policy.reads and not by_browser(request.headers)
        if not (reads or asks or bearer):
            check_origin(request)
        if known is not None:
            return known
        if self._settings.open_to_others or forwarded(request.headers):
            raise token_needed()
        tokens = self._settings.token is not None or TokenFile.of(store).begun
        return Client("", "reader" if tokens else "editor")


def holder(settings: ServiceSettings, store: GraphStore, secret: str) -> Client | None:
    """Return who holds a token, unless it has expired. Raises TokenError."""
    own = settings.token
    if own is not None and compare_digest(own.get_secret_value().encode(), secret.encode()):
        return Client("DUTYGRAPH_TOKEN", "editor")
    token = TokenFile.of(store).holder(secret)
    return Client(token.name, token.role) if token else None


@dataclass(frozen=True, slots=True)
class Needs:
    """A dependency that gives the actor of a request. It raises ForbiddenError for one who may not act so."""

    role: Role

    async def __call__(self, request: Request) -> Client:
        """Return the actor."""
        actor: Client = request.state.actor
        actor.check(self.role)
        return actor


Reviewer = Annotated[Client, Depends(Needs("reviewer"))]
Editor = Annotated[Client, Depends(Needs("editor"))]


def needed_role(route: Dependant) -> Role | None:
    """Return the role that a route asks for, None when it asks for none."""
    roles = [needs.call.role for needs in route.dependencies if isinstance(needs.call, Needs)]
    return max(roles, key=ROLES.index, default=None)


def _bearer(request: HTTPConnection) -> str | None:
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" and secret.strip() else None
