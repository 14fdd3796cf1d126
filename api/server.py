"""Running the service until Ctrl-C."""

import socket
from collections.abc import Callable
from contextlib import nullcontext

import uvicorn

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.errors import DutygraphError
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings


class AddressError(DutygraphError):
    """The service cannot listen where it was told to."""


def serve(settings: ServiceSettings, store: StoreSettings, announce: Callable[[str], None] = print) -> None:
    """Serve pages and data until Ctrl-C or SIGTERM; ``announce`` gets the address once it takes requests.

    Port 0 takes a free port. Raises AddressError, and what ``GraphStore.open`` raises.
    """
    with _listen(settings) as listening, GraphStore.open(store) as opened:
        app = create_app(nullcontext(opened), settings)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False))
        name = f"[{settings.host}]" if ":" in settings.host else settings.host
        announce(f"http://{name}:{listening.getsockname()[1]}/")
        try:
            server.run(sockets=[listening])
        except KeyboardInterrupt:
            return


def _listen(settings: ServiceSettings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        raise AddressError(
            zh=f"无法在 {settings.host}:{settings.port} 上监听：{error.strerror}。可能已有服务在用，请换一个端口（--port）",
            en=f"cannot listen on {settings.host}:{settings.port}: {error.strerror}; it may be in use, try another --port",
        ) from error
