"""Running the service until Ctrl-C."""

import socket
from collections.abc import Callable
from contextlib import nullcontext

import uvicorn
from starlette.types import ASGIApp

from dutygraph.api.app import create_app
from dutygraph.api.requests.log import quieten
from dutygraph.api.requests.protocol import LimitedProtocol
from dutygraph.api.security.tokens import TokenFile
from dutygraph.api.settings import ServiceSettings
from dutygraph.errors import DutygraphError
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.versions import data_version

SHUTDOWN_SECONDS = 2
"""So long requests in progress have to end when the service is told to."""


class AddressError(DutygraphError):
    """The service cannot listen where it was told to."""


class NoTokenError(DutygraphError):
    """The service is to be open to other machines, and no token lets anybody in."""


def serve(settings: ServiceSettings, store: StoreSettings, announce: Callable[[str], None] = print) -> None:
    """Serve pages and data until Ctrl-C or SIGTERM; ``announce`` gets the address once it takes requests.

    Port 0 takes a free port. Raises AddressError, NoTokenError, and what ``GraphStore.open`` raises.
    """
    with _listen(settings) as listening, GraphStore.open(store) as opened:
        _check_tokens(settings, opened)
        data_version(opened)  # a server that has just started takes seconds for its first answer
        app = create_app(nullcontext(opened), settings)
        server = uvicorn.Server(configuration(app))
        quieten()
        name = f"[{settings.host}]" if ":" in settings.host else settings.host
        announce(f"http://{name}:{listening.getsockname()[1]}/")
        try:
            server.run(sockets=[listening])
        except KeyboardInterrupt:
            return


def _check_tokens(settings: ServiceSettings, store: GraphStore) -> None:
    """Refuse to serve other machines as long as nobody could be let in. Raises NoTokenError and TokenError."""
    tokens = TokenFile.of(store)
    if settings.open_to_others and settings.token is None and not tokens.admits():
        expired = bool(tokens.all())
        raise NoTokenError(
            zh=f"对其他机器开放前须先建立令牌{'（已有的都已过期）' if expired else ''}："
            "dutygraph token create 名称 --role editor（或设置 DUTYGRAPH_TOKEN）",
            en=f"before it serves other machines a token is needed{' (those there are have expired)' if expired else ''}:"
            " dutygraph token create NAME --role editor (or set DUTYGRAPH_TOKEN)",
        )


def configuration(app: ASGIApp) -> uvicorn.Config:
    """Return how the service speaks HTTP, whoever runs it."""
    return uvicorn.Config(
        app,
        http=LimitedProtocol,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
    )


def _listen(settings: ServiceSettings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        raise AddressError(
            zh=f"无法在 {settings.host}:{settings.port} 上监听：{error.strerror}。可能已有服务在用，请换一个端口（--port）",
            en=f"cannot listen on {settings.host}:{settings.port}: {error.strerror}; it may be in use, try another --port",
        ) from error
    except (TypeError, UnicodeError) as error:  # what cannot be put as the name of a host
        raise AddressError(
            zh=f"“{settings.host}”不是主机名或地址，请检查 --host 或 DUTYGRAPH_HOST",
            en=f"{settings.host!r} is no name or address of a host; check --host or DUTYGRAPH_HOST",
        ) from error
