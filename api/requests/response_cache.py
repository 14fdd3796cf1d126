"""Answers kept in memory while the graph stays as it is, bounded in bytes."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date

from starlette.types import Message, Scope, Send

from dutygraph import clock
from dutygraph.api.jobs.queue import Jobs
from dutygraph.api.security.access import Client

MOST_BYTES = 64 * 2**20
LARGEST_BYTES = MOST_BYTES // 8
"""A larger answer is not kept."""
_ASKED_BY = (b"accept", b"accept-encoding", b"accept-language", b"cookie", b"if-none-match", b"host")
"""Headers on which an answer may depend. An answer to a request with ``authorization`` is not kept."""

Key = tuple[str, bytes, tuple[bytes, ...], str, str, date]


@dataclass(slots=True)
class BufferedResponse:
    """What a route sent."""

    messages: list[Message] = field(default_factory=list)
    size: int = 0
    """Bytes of the body."""

    async def add(self, message: Message) -> None:
        """Take what a route sends; this is its ``send``."""
        self.messages.append(message)
        self.size += len(message.get("body", b""))

    @property
    def status(self) -> int:
        """The status; 0 when nothing was sent."""
        return int(self.messages[0]["status"]) if self.messages else 0

    async def send(self, send: Send) -> None:
        """Send it to a client; each may add headers of its own."""
        for message in self.messages:
            own = {"headers": list(message["headers"])} if "headers" in message else {}
            await send({**message, **own})


def key_of(scope: Scope) -> Key | None:
    """Return what an answer to a request depends on beside the graph; None when it is for its sender alone.

    Pages offer forms to who may send them, tell that a job goes on which will change what they show, and print the day.
    """
    headers, state = scope["headers"], scope["state"]
    if any(name == b"authorization" for name, _ in headers):
        return None
    actor: Client | None = state.get("actor")
    jobs: Jobs = state["jobs"]
    job = jobs.going_on()
    return (
        scope["path"],
        scope["query_string"],
        tuple(b"%b:%b" % pair for pair in headers if pair[0] in _ASKED_BY),
        actor.role if actor else "",
        job.id if job else "",
        clock.today(),
    )


class ResponseCache:
    """The answers that were asked for last, all of one revision of the graph."""

    def __init__(self) -> None:
        self._revision: str | None = None
        self._answers: OrderedDict[Key, BufferedResponse] = OrderedDict()
        self._size = 0

    def find(self, revision: str, key: Key) -> BufferedResponse | None:
        """Return the answer to a request, if it is kept and the graph is at this revision."""
        if revision != self._revision or key not in self._answers:
            return None
        self._answers.move_to_end(key)
        return self._answers[key]

    def keep(self, revision: str, key: Key, answer: BufferedResponse) -> None:
        """Keep an answer of a revision of the graph, and forget those of others and, beyond the bound, the oldest."""
        if revision != self._revision:
            self._answers.clear()
            self._revision, self._size = revision, 0
        if answer.status != 200 or answer.size > LARGEST_BYTES or key in self._answers:
            return
        self._answers[key] = answer
        self._size += _bytes_of(key, answer)
        while self._size > MOST_BYTES:
            self._size -= _bytes_of(*self._answers.popitem(last=False))


def _bytes_of(key: Key, answer: BufferedResponse) -> int:
    return answer.size + len(key[0]) + len(key[1]) + sum(map(len, key[2])) + 1024
