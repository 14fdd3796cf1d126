"""The address of a database, and the notice in a data folder by which other processes reach its host."""

import json
import os
import re
import socket
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from dutygraph.graph.errors import StoreUnavailableError

_SCHEME = re.compile(r"(neo4j|bolt)(\+s|\+ssc)?://")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Bolt address of a running database, its name, and the two accounts (name, password); None for no account."""

    uri: str
    database: str
    writer: tuple[str, str] | None
    reader: tuple[str, str] | None


def check_address(uri: str) -> None:
    """Raise StoreUnavailableError, which says what is wrong, for what cannot be the address of a Neo4j server."""
    if not _SCHEME.match(uri):
        raise StoreUnavailableError(
            zh=f"DUTYGRAPH_URI（--uri）应以 neo4j:// 或 bolt:// 开头（加密连接用 neo4j+s://），不能是 {uri}",
            en=f"DUTYGRAPH_URI (--uri) has to begin with neo4j:// or bolt:// (neo4j+s:// to encrypt), not {uri}",
        )
    if "@" in uri:  # a password is not to be repeated
        raise StoreUnavailableError(
            zh="DUTYGRAPH_URI（--uri）中不能写用户名和密码，请用 DUTYGRAPH_USER 和 DUTYGRAPH_PASSWORD",
            en="DUTYGRAPH_URI (--uri) holds no user and password; use DUTYGRAPH_USER and DUTYGRAPH_PASSWORD",
        )
    if not _names_a_host(uri):
        raise StoreUnavailableError(
            zh=f"DUTYGRAPH_URI（--uri）应写作 neo4j://主机:端口，端口为 1 至 65535，不能是 {uri}",
            en=f"DUTYGRAPH_URI (--uri) has to be neo4j://HOST:PORT with a port from 1 to 65535, not {uri}",
        )


def _names_a_host(uri: str) -> bool:
    try:
        address = urlsplit(uri)
        host = (address.hostname or "").encode("idna")
        return bool(host) and b" " not in host and address.port != 0
    except ValueError:  # the port is no number or too large, or the host cannot be a name
        return False


@dataclass(frozen=True, slots=True)
class HostNotice:
    """Port, process id and passwords of the engine that a process hosts for a data folder."""

    port: int
    pid: int
    writer: str
    reader: str

    def write(self, path: Path) -> None:
        """Write the notice to ``path`` atomically, readable by this user only where the system has such rights.

        Raises OSError; nothing is left then.
        """
        draft = path.with_suffix(f".{self.pid}.draft")
        draft.unlink(missing_ok=True)
        descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(asdict(self), file)
            draft.replace(path)
        except OSError:
            draft.unlink(missing_ok=True)
            raise

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
