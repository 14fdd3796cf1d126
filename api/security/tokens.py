"""Tokens by which programs and people from other machines are known; only their digests are kept."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path
from typing import Annotated, Literal, Self, get_args

from filelock import FileLock
from pydantic import AfterValidator, BaseModel, ConfigDict, TypeAdapter, ValidationError

from dutygraph.errors import DutygraphError
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.whole_files import whole_file

Role = Literal["reader", "reviewer", "editor"]
"""What a token allows, each all that the one before does: reading; judging findings; changing lists, rules and tokens."""
ROLES: tuple[Role, ...] = get_args(Role)
_BYTES = 32
"""Length of a token; so long a random one cannot be guessed from its plain digest (OWASP, Password Storage, is for
passwords that people choose)."""


class TokenError(DutygraphError):
    """A token that does not exist, or a file of tokens that holds something else."""


WholeSecond = Annotated[datetime, AfterValidator(lambda time: time.replace(microsecond=0))]
"""A time as records tell it."""


class AccessToken(BaseModel):
    """What is kept of a token; times are in UTC (ISO 8601)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    role: Role
    created: WholeSecond
    expires: WholeSecond | None
    digest: str
    """SHA-256 of the token."""

    def holds(self, now: datetime) -> bool:
        """Whether it has not expired."""
        return self.expires is None or now < self.expires


_TOKENS: TypeAdapter[list[AccessToken]] = TypeAdapter(list[AccessToken])


@dataclass(frozen=True, slots=True)
class TokenFile:
    """The tokens of a graph, in a file that only its owner may read."""

    path: Path

    @classmethod
    def of(cls, store: GraphStore) -> Self:
        """Return the tokens of a graph."""
        return cls(store.beside("tokens.json"))

    @property
    def begun(self) -> bool:
        """Whether a token has ever been made; so that revoking the last one does not reopen the service."""
        return self.path.exists()

    def admits(self) -> bool:
        """Whether any token lets somebody in now. Raises TokenError."""
        now = datetime.now(UTC)
        return any(token.holds(now) for token in self.all())

    def all(self) -> Sequence[AccessToken]:
        """Return the tokens, the oldest first. Raises TokenError when the file holds something else."""
        try:
            return _TOKENS.validate_json(self.path.read_bytes())
        except FileNotFoundError:
            return []
        except (OSError, ValidationError) as error:
            raise TokenError(
                zh=f"令牌文件 {self.path} 无法读取；请检查权限，已损坏的请删除后重新建立令牌",
                en=f"the file of tokens {self.path} cannot be read; check its permissions, or delete it if it is"
                " damaged and create the tokens anew",
            ) from error

    def create(self, name: str, role: Role, days: int | None) -> tuple[AccessToken, str]:
        """Add a token that holds so many days, or for good, and return it with its secret, which is kept nowhere."""
        secret, now = f"dg_{secrets.token_urlsafe(_BYTES)}", datetime.now(UTC)
        token = AccessToken(
            id=secrets.token_hex(4),
            name=name,
            role=role,
            created=now,
            expires=now + timedelta(days=days) if days else None,
            digest=digest_of(secret),
        )
        with self._changing():
            self._keep([*self.all(), token])
        return token, secret

    def revoke(self, id_: str) -> AccessToken:
        """Remove a token. Raises TokenError for an id that none has."""
        with self._changing():
            tokens = self.all()
            gone = next((token for token in tokens if token.id == id_), None)
            if gone is None:
                raise TokenError(zh=f"没有编号为“{id_}”的令牌", en=f"there is no token {id_!r}")
            self._keep([token for token in tokens if token is not gone])
        return gone

    def holder(self, secret: str) -> AccessToken | None:
        """Return the token with this secret, unless it has expired."""
        digest, now = digest_of(secret), datetime.now(UTC)
        found = [token for token in self.all() if compare_digest(token.digest, digest)]
        return found[0] if found and found[0].holds(now) else None

    def _changing(self) -> FileLock:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return FileLock(self.path.with_name(f"{self.path.name}.lock"))

    def _keep(self, tokens: Sequence[AccessToken]) -> None:
        with whole_file(self.path) as file:
            Path(file.name).chmod(0o600)
            file.write(_TOKENS.dump_json(list(tokens), indent=1))


def digest_of(secret: str) -> str:
    """Return what is kept of a token's secret."""
    return sha256(secret.encode()).hexdigest()
