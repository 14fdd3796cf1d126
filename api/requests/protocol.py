"""HTTP connections with limits: uvicorn closes only those that wait between requests, and takes as many as come.

No answer waits in the kernel until the client has confirmed its head, which costs 40 ms.
"""

import asyncio
import socket

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

WINDOW_SECONDS = 10.0
"""In so long the head of a request has to be there, and of its body a part."""
LEAST_BYTES = 10_000
"""Of a body, in each window: a slow line brings more."""
MOST_CONNECTIONS = 512
"""Half of what a process may usually open; beyond it a new connection is closed."""

_TOO_SLOW = b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


class LimitedProtocol(H11Protocol):
    """A connection that is closed when its request does not come to an end."""

    _window: asyncio.TimerHandle | None = None
    _received = 0
    """Bytes since the window began."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection if there is room."""
        super().connection_made(transport)
        if len(self.connections) > MOST_CONNECTIONS:
            transport.abort()
        else:
            # asyncio does this only for sockets that name their protocol, and one by create_server does not
            transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._open_window()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._close_window()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take a part of a request."""
        super().data_received(data)
        self._received += len(data)
        if not self._incomplete:
            self._close_window()
        elif self._window is None:
            self._open_window()

    @property
    def _incomplete(self) -> bool:
        return self.conn.their_state in (h11.IDLE, h11.SEND_BODY)

    def _open_window(self) -> None:
        self._received = 0
        self._window = self.loop.call_later(WINDOW_SECONDS, self._end_window)

    def _close_window(self) -> None:
        if self._window is not None:
            self._window.cancel()
            self._window = None

    def _end_window(self) -> None:
        self._window = None
        sends_body = self.conn.their_state is h11.SEND_BODY
        if sends_body and (self._received >= LEAST_BYTES or self.flow.read_paused):
            self._open_window()
        elif self._incomplete:
            if not sends_body:
                self.transport.write(_TOO_SLOW)
            self.transport.close()
