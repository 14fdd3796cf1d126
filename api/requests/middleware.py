"""What holds for every request: known hosts only, an id, headers that keep a page to itself, no error unanswered."""

import secrets
from collections.abc import Sequence, Set
from urllib.parse import urlsplit

from fastapi import FastAPI, Request
from starlette.datastructures import MutableHeaders
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dutygraph.api.errors import ForeignHostError, answer_error
from dutygraph.api.requests.shared_reads import SharedReadMiddleware
from dutygraph.api.requests.uploads import UploadLimitMiddleware
from dutygraph.api.route_policy import RoutePolicy, RoutePolicyMiddleware
from dutygraph.api.security.access import AccessMiddleware
from dutygraph.api.settings import ServiceSettings

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Nothing loads from elsewhere, no script stands in a page, and no other site may frame or read one."""


class HeadMiddleware:
    """Answers HEAD as GET without the body: routes are declared for GET alone."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; one for the head only is asked as GET."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def send_head(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        await self._app({**scope, "method": "GET"}, receive, send_head)


class GuardMiddleware:
    """Checks the host of every request, and completes every answer: an id, headers, and an error in place of a fault."""

    def __init__(self, app: ASGIApp, hosts: Set[str]) -> None:
        self._app, self._hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        request.state.request_id = secrets.token_hex(8)
        begun = False

        async def complete(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                _complete(MutableHeaders(raw=message["headers"]), request.state.request_id)
            await send(message)

        try:
            if _host(request) not in self._hosts:
                raise _foreign_host()
            await self._app(scope, receive, complete)
        except Exception as error:
            if begun:  # the client sees that it broke off; nothing else can be said
                raise
            await answer_error(request, error)(scope, receive, complete)


def add_guard(
    app: FastAPI, settings: ServiceSettings, routes: Sequence[tuple[BaseRoute, RoutePolicy]]
) -> None:
    """Let the app check the host of every request, complete every answer, and answer by the policy of its route."""
    hosts = {settings.host.lower(), *(name.lower() for name in settings.allowed_hosts)}
    app.add_middleware(SharedReadMiddleware, seconds=settings.timeout)
    app.add_middleware(UploadLimitMiddleware, megabytes=settings.upload_megabytes)
    app.add_middleware(AccessMiddleware, settings=settings)
    app.add_middleware(RoutePolicyMiddleware, routes=routes)
    app.add_middleware(GuardMiddleware, hosts=hosts)
    app.add_middleware(HeadMiddleware)


def _complete(headers: MutableHeaders, request_id: str) -> None:
    headers.update(HEADERS)
    headers["X-Request-ID"] = request_id
    headers.add_vary_header("Accept, Cookie")
    headers.setdefault("Cache-Control", "private, no-cache")  # kept, and asked about each time


def _foreign_host() -> ForeignHostError:
    return ForeignHostError(
        zh="请求的主机名不在允许之列，对外开放时请设置 DUTYGRAPH_ALLOWED_HOSTS",
        en="the request names a host that is not allowed; to open the service to others, set DUTYGRAPH_ALLOWED_HOSTS",
    )


def _host(request: Request) -> str | None:
    """Return the host that the client believes to talk to: a rebound DNS name would stand here."""
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname
    except ValueError:
        return None
