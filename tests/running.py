"""A service that listens in earnest, in a thread of the process that asks it."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from dutygraph.api.server import configuration


@contextmanager
def running(app: ASGIApp) -> Iterator[int]:
    """Run an app, as ``serve`` does, on a free port of this machine while the context lasts; the port."""
    server = uvicorn.Server(configuration(app))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join()
