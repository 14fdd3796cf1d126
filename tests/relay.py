"""A line to a server that can be cut, or go silent: a database that is away, or hangs."""

import socket
import threading
from contextlib import suppress
from typing import Literal, Self

State = Literal["open", "away", "silent"]


class Relay:
    """Passes on what goes between clients and a server on this machine, as long as it is ``open``."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._state: State = "open"
        self._lines: list[socket.socket] = []
        self._passing = threading.Event()
        self._passing.set()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._threads = [self._run(self._accept, self._listening)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.set("away")
        self._passing.set()
        for thread in self._threads:
            thread.join(5)

    def set(self, state: State) -> None:
        """Cut all lines and refuse new ones, let all go silent, or pass on again."""
        if self._state == "away" and state != "away":
            self._listening = socket.create_server(("127.0.0.1", self.port))
            self._threads.append(self._run(self._accept, self._listening))
        self._state = state
        if state == "silent":
            self._passing.clear()
            return
        if state == "away":
            for line in [self._listening, *self._lines]:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
                line.close()
            self._lines.clear()
        self._passing.set()

    def _accept(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                client, _ = listening.accept()
                server = socket.create_connection(("127.0.0.1", self._target))
                self._lines += [client, server]
                self._threads += [
                    self._run(self._pass, client, server),
                    self._run(self._pass, server, client),
                ]

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                self._passing.wait()
                target.sendall(data)
        with suppress(OSError):
            target.shutdown(socket.SHUT_RDWR)

    def _run(self, work: object, *arguments: socket.socket) -> threading.Thread:
        thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]
        thread.start()
        return thread
