"""What holds for every request: known hosts only, an id, headers that keep a page to itself, no error unanswered."""

import secrets
from collections.abc import Awaitable, Callable, Set
from urllib.parse import urlsplit

from fastapi import FastAPI, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dutygraph.api.errors import ForeignHostError, answer_error
from dutygraph.api.settings import ServiceSettings

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Vary": "Accept, Cookie",
}
"""Nothing loads from elsewhere, no script stands in a page, and no other site may frame or read one."""

_FOREIGN_HOST = ForeignHostError(
    zh="请求的主机名不在允许之列，对外开放时请设置 DUTYGRAPH_ALLOWED_HOSTS",
    en="the request names a host that is not allowed; to open the service to others, set DUTYGRAPH_ALLOWED_HOSTS",
)


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


def add_guard(app: FastAPI, settings: ServiceSettings) -> None:
    """Let the app check the host of every request and complete every answer."""
    hosts = {settings.host.lower(), *(name.lower() for name in settings.allowed_hosts)}

    @app.middleware("http")
    async def guard(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        request.state.request_id = secrets.token_hex(8)
        response = await _guarded(request, answer, hosts)
        response.headers.update(HEADERS | {"X-Request-ID": request.state.request_id})
        return response

    app.add_middleware(HeadMiddleware)


async def _guarded(
    request: Request, answer: Callable[[Request], Awaitable[Response]], hosts: Set[str]
) -> Response:
    if _host(request) not in hosts:
        return answer_error(request, _FOREIGN_HOST)
    try:
        return await answer(request)
    except Exception as error:
        return answer_error(request, error)


def _host(request: Request) -> str | None:
    """Return the host that the client believes to talk to: a rebound DNS name would stand here."""
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname
    except ValueError:
        return None
