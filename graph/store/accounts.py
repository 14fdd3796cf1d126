"""The accounts of the embedded engine: one that may do everything, one that may only read.

The engine accepts a write in a transaction that the driver opened for reading, so reads have an account of their
own. It can also be made over HTTP once the engine runs; here the files that the engine reads when it starts are
written, which needs neither a request nor a password that lasts longer than the engine runs.
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
    """One for each account, new at each start of the engine."""

    writer: str
    reader: str

    @classmethod
    def new(cls) -> "Passwords":
        """Make passwords that nobody can guess."""
        return cls(secrets.token_urlsafe(32), secrets.token_urlsafe(32))


def write_accounts(config: Path, passwords: Passwords) -> None:
    """Put both accounts and their groups into the configuration folder of an engine that does not run."""
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
    """Hash as the engine does: it salts with the text of the salt. One round will do for 256 random bits."""
    salt = b64encode(secrets.token_bytes(32))
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, iterations=1)
    return f"PBKDF2WithHmacSHA256$1${salt.decode()}${b64encode(digest).decode()}"
