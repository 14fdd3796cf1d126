"""A log that does not repeat itself: what goes wrong for one client goes wrong for thousands."""

import logging
from time import monotonic

from dutygraph.visible import visible

QUIET_SECONDS = 10.0
"""So long the same is not said again."""
_MOST = 1000
"""Different messages remembered."""


class NoRepeats(logging.Filter):
    """Lets a message pass once in a while; the next time it says how many like it were left out."""

    def __init__(self) -> None:
        super().__init__()
        self._written: dict[tuple[object, ...], tuple[float, int]] = {}
        """Message to the time it was written and how often it was left out since."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether to write a message: two are the same when their form and their error are."""
        error = record.exc_info[1] if record.exc_info else None
        key = record.name, record.msg, type(error), str(error)
        written_at, left_out = self._written.get(key, (-QUIET_SECONDS, 0))
        now = monotonic()
        if now - written_at < QUIET_SECONDS:
            self._written[key] = written_at, left_out + 1
            return False
        if len(self._written) >= _MOST:
            self._written.clear()
        self._written[key] = now, 0
        if left_out:
            record.msg, record.args = f"{record.getMessage()} (+{left_out})", ()
        return True


class SteersNothing(logging.Filter):
    """Shows what a client or a document says in a message, where it would steer the terminal that shows the log."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every message pass, in one line but for its trace."""
        record.msg, record.args = visible(record.getMessage().rstrip()).replace("\n", "<U+000A>"), ()
        if record.exc_info:
            record.exc_text = visible(logging.Formatter().formatException(record.exc_info))
        return True


def quieten() -> None:
    """Keep the loggers of a running service from repeating themselves, and from steering a terminal."""
    for name in ("dutygraph.api", "uvicorn.error", "asyncio"):
        logger = logging.getLogger(name)
        if not any(isinstance(one, NoRepeats) for one in logger.filters):
            logger.addFilter(NoRepeats())
            logger.addFilter(SteersNothing())
