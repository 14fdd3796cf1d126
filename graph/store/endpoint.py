"""The address of a database, and the notice in a data folder by which other processes reach its host."""

import json
import os
import socket
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Bolt address of a running database, its name, and the two accounts (name, password); None for no account."""

    uri: str
    database: str
    writer: tuple[str, str] | None
    reader: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class HostNotice:
    """Port, process id and passwords of the engine that a process hosts for a data folder."""

    port: int
    pid: int
    writer: str
    reader: str

    def write(self, path: Path) -> None:
        """Write the notice to ``path`` atomically, readable by this user only where the system has such rights."""
        draft = path.with_suffix(f".{self.pid}.draft")
        draft.unlink(missing_ok=True)
        with os.fdopen(
            os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8"
        ) as file:
            json.dump(asdict(self), file)
        draft.replace(path)

    @classmethod
    def read(cls, path: Path) -> "HostNotice | None":
        """Return the notice at ``path`` if its process lives and listens on its port, else None."""
        try:
            notice = cls(**json.loads(path.read_text(encoding="utf-8")))
            if not psutil.pid_exists(notice.pid):
                return None
            with socket.create_connection(("127.0.0.1", notice.port), timeout=1):
                return notice
        except (OSError, ValueError, TypeError):
            return None
