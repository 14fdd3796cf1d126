"""How a process reaches a database, and the file by which the host of a data folder tells others."""

import json
import os
import socket
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Address of a running database over Bolt, and the accounts to use: name and password, None for no account."""

    uri: str
    database: str
    writer: tuple[str, str] | None
    reader: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class HostNotice:
    """What the process that hosts the engine of a data folder writes down for others."""

    port: int
    pid: int
    writer: str
    reader: str

    def write(self, path: Path) -> None:
        """Put the notice into place at once, readable by this user only (as far as the system can)."""
        draft = path.with_suffix(f".{self.pid}.draft")
        draft.unlink(missing_ok=True)
        with os.fdopen(
            os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8"
        ) as file:
            json.dump(asdict(self), file)
        draft.replace(path)

    @classmethod
    def read(cls, path: Path) -> "HostNotice | None":
        """Return the notice of a host that lives and listens; None without one, or when it is stale."""
        try:
            notice = cls(**json.loads(path.read_text(encoding="utf-8")))
            if not psutil.pid_exists(notice.pid):
                return None
            with socket.create_connection(("127.0.0.1", notice.port), timeout=1):
                return notice
        except (OSError, ValueError, TypeError):
            return None
