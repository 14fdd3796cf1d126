"""The two accounts of the embedded engine: a writer with all rights, and a reader.

The engine accepts a write in a transaction that the driver opened for reading, so reads have an account of their
own. Accounts are written to the files that the engine reads when it starts: unlike requests over HTTP to a running
engine, that needs no password that lasts longer than the engine runs.
"""

import hashlib
import json
import secrets
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WRITER = "root"
READER = "reader"

_MAY_WRITE = {
    "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
    "types": {"*": {"access": ["createRecord", "readRecord", "updateRecord", "deleteRecord"]}},
}
_MAY_READ: dict[str, Any] = {"access": [], "types": {"*": {"access": ["readRecord"]}}}
_NO_LIMITS = {"resultSetLimit": -1, "readTimeout": -1}


@dataclass(frozen=True, slots=True)
class Passwords:
    """The passwords of both accounts, new at each start of the engine."""

    writer: str
    reader: str

    @classmethod
    def new(cls) -> "Passwords":
        """Return random passwords of 32 bytes each."""
        return cls(secrets.token_urlsafe(32), secrets.token_urlsafe(32))


def write_accounts(config: Path, passwords: Passwords) -> None:
    """Write both accounts and their groups into the configuration folder of an engine that is not running."""
    config.mkdir(mode=0o700, parents=True, exist_ok=True)
    groups = {WRITER: _MAY_WRITE | _NO_LIMITS, READER: _MAY_READ | _NO_LIMITS}
    rules = {"databases": {"*": {"groups": groups}}, "version": 2}
    (config / "server-groups.json").write_text(json.dumps(rules), encoding="utf-8")
    users = [
        {"name": name, "databases": {"*": [name]}, "password": _hashed(password)}
        for name, password in ((WRITER, passwords.writer), (READER, passwords.reader))
    ]
    lines = "".join(json.dumps(user) + "\n" for user in users)
    (config / "server-users.jsonl").write_text(lines, encoding="utf-8")


def _hashed(password: str) -> str:
    """Return a password's hash in the engine's format, with the text of the salt as salt. 256 random bits need one round."""
    salt = b64encode(secrets.token_bytes(32))
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, iterations=1)
    return f"PBKDF2WithHmacSHA256$1${salt.decode()}${b64encode(digest).decode()}"
